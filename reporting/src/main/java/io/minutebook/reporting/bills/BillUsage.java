package io.minutebook.reporting.bills;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.reporting.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * What a run of events adds to the minutes or messages drawn for each month's usage; what was corrected is taken off
 * again, in the month it was booked in, or in the one that a late line is booked in.
 */
final class BillUsage {

    /** Stands for the pack where there was none. */
    static final String UNCOVERED = "";

    private static final String ADD =
            """
            insert into bill_usage (account_id, month, used_in, meter, pack_id, stream, minutes)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)
            on conflict (account_id, month, used_in, meter, pack_id, stream) do update
            set minutes = bill_usage.minutes + excluded.minutes""";

    private static final String HELD =
            """
            select month, used_in, pack_id, minutes from bill_usage where account_id = ? and meter = ? and stream = ?""";

    private final Map<Key, Long> minutes = new HashMap<>();

    private record Key(
            AccountId accountId, BillingMonth month, BillingMonth usedIn, Meter meter, String packId, String stream) {}

    /** One figure of a pool. */
    @FunctionalInterface
    interface Reader {
        void read(BillingMonth month, BillingMonth usedIn, String packId, long minutes);
    }

    /** What the table holds of a pool. */
    static BillUsage held(String stream, JdbcTemplate jdbc) {
        var pool = PoolId.ofStream(stream);
        var usage = new BillUsage();
        RowCallbackHandler put = row -> usage.put(stream, row);
        jdbc.query(HELD, put, pool.accountId().value(), pool.meter().name(), stream);
        return usage;
    }

    /** One row of a pool. */
    void put(String stream, ResultSet row) throws SQLException {
        var pool = PoolId.ofStream(stream);
        minutes.put(
                new Key(
                        pool.accountId(),
                        BillingMonth.parse(row.getString("month")),
                        BillingMonth.parse(row.getString("used_in")),
                        pool.meter(),
                        row.getString("pack_id"),
                        stream),
                row.getLong("minutes"));
    }

    /** A copy of what is of one pool. */
    BillUsage ofPool(String stream) {
        var usage = new BillUsage();
        minutes.forEach((key, change) -> {
            if (key.stream().equals(stream)) usage.minutes.put(key, change);
        });
        return usage;
    }

    void addAll(BillUsage other) {
        other.minutes.forEach((key, change) -> minutes.merge(key, change, Long::sum));
    }

    /** What comes to nothing is left out. */
    void forEach(Reader reader) {
        minutes.forEach((key, change) -> {
            if (change != 0) reader.read(key.month(), key.usedIn(), key.packId(), change);
        });
    }

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
        var key = new Key(
                usage.record().accountId(), month, usedIn, usage.meter(), packId, PoolId.of(usage).stream());
        minutes.merge(key, change, Long::sum);
    }

    void write(JdbcTemplate jdbc) {
        var columns = new Columns("text", "text", "text", "text", "text", "text", "bigint");
        minutes.forEach((key, change) ->
                columns.row(
                key.accountId(), key.month(), key.usedIn(), key.meter(), key.packId(), key.stream(), change));
        columns.write(jdbc, ADD);
    }
}
