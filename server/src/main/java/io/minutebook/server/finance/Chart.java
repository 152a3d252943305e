package io.minutebook.server.finance;

import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.usage.UsageTotal;
import java.util.List;

/** Bars of the minutes of each meter, what packs gave and what they did not; messages are no minutes and have none. */
final class Chart {

    private static final int WIDTH = 600;
    private static final int ROW = 48;

    private Chart() {}

    static Html of(List<UsageTotal> totals, Words words) {
        var shown = totals.stream()
                .filter(total -> total.meter() != Meter.BOT_MESSAGES && total.billed() > 0)
                .toList();
        if (shown.isEmpty()) return Html.NOTHING;
        long most = shown.stream().mapToLong(total -> total.billed()).max().orElseThrow();
        var bars = Html.NOTHING;
        for (int row = 0; row < shown.size(); row++) bars = bars.plus(bar(shown.get(row), row * ROW, most, words));
        return Html.of("""
                <figure><svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>
                <figcaption><span class="key drawn"></span>{} <span class="key uncovered"></span>{}</figcaption></figure>""",
                WIDTH, shown.size() * ROW, words.of("chart"), bars, words.of("drawn"), words.of("uncovered"));
    }

    private static Html bar(UsageTotal total, int top, long most, Words words) {
        long all = Math.max(WIDTH * total.billed() / most, 2);
        long drawn = Math.clamp(WIDTH * total.drawn() / most, 0, all); // late lines may have taken back more
        return Html.of("""
                <text x="0" y="{}">{}</text><text class="value" x="{}" y="{}" text-anchor="end">{}</text>
                <rect class="uncovered" x="0" y="{}" width="{}" height="12" rx="3"/>
                <rect class="drawn" x="0" y="{}" width="{}" height="12" rx="3"/>
                """,
                top + 17, words.language().word(total.meter()), WIDTH, top + 17,
                Words.count(total.billed()), top + 25, all, top + 25, drawn);
    }
}
