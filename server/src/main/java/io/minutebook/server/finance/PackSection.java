package io.minutebook.server.finance;

import io.minutebook.reporting.packs.PackView;
import java.time.Instant;
import java.util.List;

/** The packs that are usable now: what is left in each, and the last day of it. */
record PackSection(Asked asked, List<PackView> packs, Instant now) {

    Html html() {
        var words = new Words(asked.language());
        var table = new Table(
                words.of("packs.title"), words.of("pack"), words.of("meter"), "#" + words.of("granted"),
                "#" + words.of("left"), words.of("share"), words.of("last_day"));
        for (var pack : packs) {
            table.row(
                    Html.of("{}<small>{}</small>", asked.language().word(pack.product()), pack.packId()),
                    asked.language().word(pack.meter()), Words.count(pack.granted().value()),
                    Words.count(pack.remaining().value()), share(pack, words), pack.lastDay());
        }
        return Html.of("""
                <section class="card" aria-labelledby="packs"><h2 id="packs">{}</h2><p class="faint">{}</p>{}</section>""",
                words.of("packs.title"), words.of("packs.now", Words.time(now)),
                table.isEmpty() ? Html.of("<p class=\"faint\">{}</p>", words.of("packs.none")) : table.html());
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
