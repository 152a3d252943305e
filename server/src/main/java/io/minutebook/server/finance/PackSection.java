package io.minutebook.server.finance;

import io.minutebook.reporting.packs.PackView;
import java.time.Instant;
import java.util.List;

/** The packs that are usable at an instant: what is left in each, and the last day of it. */
record PackSection(Asked asked, List<PackView> packs, Instant at) {

    Html html() {
        var words = new Words(asked.language());
        var table = new Table(
                words.of("packs.title"), words.of("pack"), words.of("meter"), "#" + words.of("granted"),
                "#" + words.of("left"), words.of("share"), words.of("last_day"));
        for (var pack : packs) {
            table.row(
                    name(pack),
                    asked.language().word(pack.meter()), Words.count(pack.granted().value()),
                    Words.count(pack.remaining().value()), share(pack, words), pack.lastDay());
        }
        return Html.of("""
                <section class="card" aria-labelledby="packs"><h2 id="packs">{}</h2><p class="faint">{}</p>{}</section>""",
                words.of("packs.title"), words.of("packs.now", Words.time(at)),
                table.isEmpty() ? Html.of("<p class=\"faint\">{}</p>", words.of("packs.none")) : table.html());
    }

    private Html name(PackView pack) {
        var product = asked.language().word(pack.product());
        var account = asked.account();
        var name = account == null
                ? Html.of("{}", product)
                : Html.of(
                        "<a href=\"{}\">{}</a>",
                        Why.pack(asked.language(), account, pack.packId().value()).address(), product);
        return Html.of("{}<small>{}</small>", name, pack.packId());
    }

    private static Html share(PackView pack, Words words) {
        long granted = Math.max(pack.granted().value(), 1);
        long width = 100 * pack.remaining().value() / granted;
        return Html.of("""
                <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="{}">\
                <rect class="rest" width="100" height="8" rx="2"/><rect class="drawn" width="{}" height="8" rx="2"/></svg>""",
                words.of("left_of", Words.count(pack.remaining().value()), Words.count(pack.granted().value())), width);
    }
}
