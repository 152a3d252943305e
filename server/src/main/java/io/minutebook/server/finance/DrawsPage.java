package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.explain.LineId;
import io.minutebook.reporting.explain.Link.Target;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.reporting.usage.DrawnUsage;

/** The usage that drew from a pack, record by record, of a month or of all; each leads to its explanation. */
record DrawsPage(Why asked, Crumbs back, PackView pack, Listing<DrawnUsage> draws) {

    Html html() {
        var words = new Words(asked.language());
        var title = words.of("why.to." + Target.DRAWS);
        return Frame.page(asked, title + " · " + pack.packId(), true, Html.of("""
                {}
                <p class="eyebrow">{}</p>
                <h1>{}</h1>
                <p class="id-line number">{}{}</p>
                <dl class="cards told">{}{}{}{}</dl>
                {}
                <section class="card" aria-labelledby="draws"><h2 id="draws">{}</h2>{}{}</section>
                {}""",
                back.to("#packs"), asked.language().word(pack.product()), title, pack.packId(),
                asked.month() == null ? "" : " · " + asked.month(),
                card(words.of("granted"), pack.granted().value()), card(words.of("drawn"), pack.drawn().value()),
                card(words.field("expired"), pack.expired().value()), card(words.of("left"), pack.remaining().value()),
                onward(words), words.of("why.records"), table(words), pages(words), json(words)));
    }

    private static Html card(String name, long value) {
        return Html.of("<div><dt>{}</dt><dd class=\"number\">{}</dd></div>", name, Words.count(value));
    }

    private Html onward(Words words) {
        var account = asked.account();
        if (account == null) return Html.NOTHING;
        var pack = Html.of(
                "<li><a href=\"{}\"><span class=\"to\">{}</span> <span>{}</span></a></li>",
                Why.pack(asked.language(), account, asked.id()).address(), words.of("why.to.PACK"), asked.id());
        var line = asked.month() == null ? Html.NOTHING : line(words, account, asked.month());
        var all = asked.month() == null
                ? Html.NOTHING
                : Html.of(
                        "<li><a href=\"{}\"><span class=\"to\">{}</span> <span>{}</span></a></li>",
                        asked.of((BillingMonth) null).address(), words.of("why.to." + Target.DRAWS),
                        words.of("why.all_months"));
        return Html.of(
                "<nav class=\"onward\" aria-label=\"{}\"><ul>{}{}{}</ul></nav>", words.of("why.onward"), line, pack, all);
    }

    private Html line(Words words, AccountId account, BillingMonth month) {
        var id = LineId.ofDraws(pack.meter(), pack.packId()).value();
        var why = new Why(asked.language(), Why.Kind.LINE, account, id, month, "", null);
        return Html.of(
                "<li><a href=\"{}\"><span class=\"to\">{}</span> <span>{}</span></a></li>",
                why.address(), words.of("why.to.BILL_LINE"),
                Onward.name(asked.language(), Target.BILL_LINE, month + " " + id));
    }

    private Html table(Words words) {
        var table = new Table(
                words.of("why.records"), words.of("ended"), words.of("month"), words.of("record"),
                "#" + words.of("drawn"), "#" + words.of("billed"));
        for (var draw : draws.items()) {
            table.row(
                    Words.time(draw.endedAt()), draw.month(), record(draw), Words.count(draw.drawnMinutes()),
                    Words.count(draw.billedMinutes()));
        }
        return table.isEmpty() ? Html.of("<p class=\"faint\">{}</p>", words.of("usage.none")) : table.html();
    }

    private Html record(DrawnUsage draw) {
        return Html.of(
                "<a class=\"id\" href=\"{}\">{}</a>",
                Why.usage(asked.language(), draw.recordId(), draw.source()).address(), draw.recordId());
    }

    private Html pages(Words words) {
        var first = asked.after() == null
                ? Html.NOTHING
                : Html.of("<a href=\"{}\">{}</a>", asked.after(null).address(), words.of("page.first"));
        var next = draws.next() == null
                ? Html.NOTHING
                : Html.of("<a href=\"{}\" rel=\"next\">{}</a>", asked.after(draws.next()).address(), words.of("page.next"));
        return Html.of("<p class=\"pages\">{} {}</p>", first, next);
    }

    private Html json(Words words) {
        return Html.of("<p class=\"files\"><a class=\"file\" href=\"{}\">{}</a></p>", asked.api(), words.of("why.json"));
    }
}
