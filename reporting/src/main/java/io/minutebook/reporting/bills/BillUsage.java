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
 * again.
 */
final class BillUsage {

    /** Stands for the pack where there was none. */
    static final String UNCOVERED = "";

    private static final String ADD =
            """
            insert into bill_usage (account_id, month, meter, pack_id, minutes)
            select * from unnest(?, ?, ?, ?, ?)
            on conflict (account_id, month, meter, pack_id) do update
            set minutes = bill_usage.minutes + excluded.minutes""";

    private final Map<Key, Long> minutes = new HashMap<>();

    private record Key(AccountId accountId, BillingMonth month, Meter meter, String packId) {}

    void add(MinutesDrawn event) {
        for (var draw : event.draws()) add(event.usage(), draw.packId().value(), draw.minutes().value());
        if (!event.uncovered().isZero()) add(event.usage(), UNCOVERED, event.uncovered().value());
    }

    void takeOff(DrawReversed event) {
        for (var back : event.returns()) add(event.usage(), back.packId().value(), -back.minutes().value());
        if (!event.uncovered().isZero()) add(event.usage(), UNCOVERED, -event.uncovered().value());
    }

    private void add(MeteredUsage usage, String packId, long change) {
        var key = new Key(usage.record().accountId(), usage.month(), usage.meter(), packId);
        minutes.merge(key, change, Long::sum);
    }

    void write(JdbcTemplate jdbc) {
        var columns = new Columns("text", "text", "text", "text", "bigint");
        minutes.forEach((key, change) ->
                columns.row(key.accountId(), key.month(), key.meter(), key.packId(), change));
        columns.write(jdbc, ADD);
    }
}
