package io.minutebook.server.api;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.MonthTotals;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.months.MonthState;
import io.minutebook.reporting.months.MonthView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a month is closed; what is not known yet is null, figures grow while its files are written. */
@Schema(name = "Month")
record MonthAnswer(
        BillingMonth month,
        MonthState state,
        @Nullable Instant closedAt,
        @Nullable Long position,
        @Nullable Long rows,
        @Nullable Map<Meter, Long> minutesByMeter,
        @Nullable MonthTotals totals,
        @Nullable String sha256,
        @Nullable Long openDeadLetters) {

    static MonthAnswer of(MonthView view) {
        var figures = view.figures();
        return new MonthAnswer(
                view.month(),
                view.state(),
                view.closedAt(),
                view.position(),
                figures == null ? null : figures.rows(),
                figures == null ? null : figures.minutesByMeter(),
                figures == null ? null : figures.totals(),
                view.sha256(),
                view.openDeadLetters());
    }
}
