package io.minutebook.reporting.bills;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.reporting.database.Columns;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a run of events adds to the minutes or messages drawn for each month's usage; what was corrected is taken off
 * again, in the month it was booked in, or in the one that a late line is booked in.
 */
final class BillUsage {

    /** Stands for the pack where there was none. */
    static final String UNCOVERED = "";

    private static final String ADD =
            """
            insert into bill_usage (account_id, month, used_in, meter, pack_id, minutes)
            select * from unnest(?, ?, ?, ?, ?, ?)
            on conflict (account_id, month, used_in, meter, pack_id) do update
            set minutes = bill_usage.minutes + excluded.minutes""";

    private final Map<Key, Long> minutes = new HashMap<>();

    private record Key(
            AccountId accountId, BillingMonth month, BillingMonth usedIn, Meter meter, String packId) {}

    void add(MinutesDrawn event) {
        var usage = event.usage();
        for (var draw : event.draws()) add(usage, usage.month(), draw.packId().value(), draw.minutes().value());
        if (!event.uncovered().isZero()) add(usage, usage.month(), UNCOVERED, event.uncovered().value());
    }

    void takeOff(DrawReversed event) {
        var usage = event.usage();
        var month = event.lateIn() == null ? usage.month() : event.lateIn();
        for (var back : event.returns()) add(usage, month, back.packId().value(), -back.minutes().value());
        if (!event.uncovered().isZero()) add(usage, month, UNCOVERED, -event.uncovered().value());
    }

    private void add(MeteredUsage usage, BillingMonth month, String packId, long change) {
        var usedIn = BillingMonth.of(usage.endedAt());
        var key = new Key(usage.record().accountId(), month, usedIn, usage.meter(), packId);
        minutes.merge(key, change, Long::sum);
    }

    void write(JdbcTemplate jdbc) {
        var columns = new Columns("text", "text", "text", "text", "text", "bigint");
        minutes.forEach((key, change) ->
                columns.row(
                key.accountId(), key.month(), key.usedIn(), key.meter(), key.packId(), change));
        columns.write(jdbc, ADD);
    }
}
