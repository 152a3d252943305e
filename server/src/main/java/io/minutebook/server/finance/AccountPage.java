package io.minutebook.server.finance;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.accounts.AccountView;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.months.MonthStatus;
import java.time.Instant;

/** A month of an account, now or as it stood: whether it is final, its sums, funds, packs, bill, usage and last events. */
record AccountPage(Asked asked, AccountView account, MonthFigures figures, BillingMonth current, Instant at) {

    Html html() {
        var words = new Words(asked.language());
        return Frame.page(asked, account.name() + " · " + asked.month(), true, Html.of("""
                <p class="crumbs"><a href="{}">{}</a></p>
                <div class="head"><div><h1>{}</h1><p class="faint number">{}</p></div>{}</div>
                {}
                {}
                {}
                {}
                {}
                {}
                {}
                {}
                {}""",
                asked.accounts().address(), words.of("accounts.title"), account.name(), account.accountId(),
                Months.of(asked, current), new PastSection(asked, at).html(), status(words), cards(words),
                new MeterSection(asked, figures.totals()).html(),
                new FundsSection(asked, figures.funds()).html(),
                new PackSection(asked, figures.packs(), at).html(),
                new BillSection(asked, figures.bill()).html(),
                new UsageSection(asked, figures.usage()).html(), events(words)));
    }

    private Html events(Words words) {
        var all = new EventsAsked(asked.language(), account.accountId(), "", null);
        return Html.of("""
                <section class="card" aria-labelledby="events"><h2 id="events">{}</h2>{}
                <p class="pages"><a href="{}">{}</a></p></section>""",
                words.of("events.last"), new EventList(asked.language(), figures.events()).html(), all.address(),
                words.of("events.all"));
    }

    private Html status(Words words) {
        boolean isFinal = figures.status() == MonthStatus.FINAL;
        boolean isAsClosed = isFinal && asked.known() == Known.CLOSED;
        var bar = Html.of(
                "<p class=\"status {}\"><strong>{}</strong> {}</p>",
                isAsClosed ? "final" : "provisional",
                isFinal && !isAsClosed ? words.of("known.now") : asked.language().word(figures.status()),
                words.of(isAsClosed ? "status.final" : isFinal ? "status.now" : "status.provisional"));
        return isFinal && asked.asOf() == null ? bar.plus(views(words)) : bar;
    }

    private Html views(Words words) {
        return Html.of(
                "<nav class=\"tabs\" aria-label=\"{}\">{}{}</nav>",
                words.of("known.views"), view(words, Known.CLOSED), view(words, Known.NOW));
    }

    private Html view(Words words, Known known) {
        return Html.of(
                "<a href=\"{}\"{}>{}</a>", asked.known(known).address(),
                asked.known() == known ? Html.of(" aria-current=\"true\"") : Html.NOTHING,
                words.of(known == Known.NOW ? "known.now" : "known.closed"));
    }

    private Html cards(Words words) {
        var totals = figures.totals();
        long records = totals.stream().mapToLong(total -> total.records()).sum();
        var minutes = totals.stream().filter(total -> total.meter().drawsMinutes()).toList();
        long billed = minutes.stream().mapToLong(total -> total.billed()).sum();
        long uncovered = minutes.stream().mapToLong(total -> total.uncovered()).sum();
        return Html.of("<dl class=\"cards\">{}{}{}{}</dl>",
                card(words.of("card.amount"), "¥ " + Words.yuan(figures.bill().bill().totals().amount())),
                card(words.of("card.billed"), Words.count(billed)),
                card(words.of("card.uncovered"), Words.count(uncovered)),
                card(words.of("card.records"), Words.count(records)));
    }

    private static Html card(String name, String value) {
        return Html.of("<div><dt>{}</dt><dd class=\"number\">{}</dd></div>", name, value);
    }
}
