package io.minutebook.server.finance;

import io.minutebook.reporting.usage.UsageTotal;
import java.util.List;

/** What the month's rows sum up to, by meter: as bars, and as the figures themselves. */
record MeterSection(Asked asked, List<UsageTotal> totals) {

    Html html() {
        var words = new Words(asked.language());
        var table = new Table(
                words.of("meters.title"), words.of("meter"), "#" + words.of("records"), "#" + words.of("seconds"),
                "#" + words.of("billed"), "#" + words.of("drawn"), "#" + words.of("uncovered"));
        for (var total : totals) {
            table.row(
                    asked.language().word(total.meter()), Words.count(total.records()), Words.decimal(total.seconds()),
                    Words.count(total.billed()), Words.count(total.drawn()),
                    Words.count(total.uncovered()));
        }
        return Html.of("""
                <section class="card" aria-labelledby="meters"><h2 id="meters">{}</h2>{}{}</section>""",
                words.of("meters.title"), Chart.of(totals, words),
                table.isEmpty() ? Html.of("<p class=\"faint\">{}</p>", words.of("usage.none")) : table.html());
    }
}
