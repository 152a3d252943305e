package io.minutebook.reporting.bills;

import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.projections.Checkpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What a pool's usage came to after every thousandth of its events. */
final class BillCheckpoints {

    private static final String INSERT =
            """
            insert into bill_checkpoint (stream, sequence, position, month, used_in, pack_id, minutes)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)""";

    /** In one statement: the table may be emptied at any time. */
    private static final String LAST =
            """
            select last.sequence, kept.month, kept.used_in, kept.pack_id, kept.minutes
            from (
                select sequence from bill_checkpoint where stream = ? and month = '' and position <= ?
                order by sequence desc limit 1
            ) as last
            left join bill_checkpoint as kept
                on kept.stream = ? and kept.sequence = last.sequence and kept.month <> ''""";

    private final List<Due> due = new ArrayList<>();

    /** What the batch had added to the pool's usage when the checkpoint was due. */
    private record Due(LedgerEvent event, BillUsage added) {}

    void add(LedgerEvent event, BillUsage batch) {
        if (Checkpoints.areDueAfter(event)) due.add(new Due(event, batch.ofPool(event.stream())));
    }

    /** Before the usage itself is written. */
    void write(JdbcTemplate jdbc) {
        var columns = new Columns("text", "bigint", "bigint", "text", "text", "text", "bigint");
        for (var one : due) {
            var event = one.event();
            var usage = BillUsage.held(event.stream(), jdbc);
            usage.addAll(one.added());
            columns.row(event.stream(), event.sequence(), event.position(), "", "", "", 0L);
            usage.forEach((month, usedIn, packId, minutes) -> columns.row(
                    event.stream(), event.sequence(), event.position(), month, usedIn, packId, minutes));
        }
        columns.write(jdbc, INSERT);
    }

    /** What a pool's usage came to up to a sequence; to nothing up to -1. */
    record Reached(long sequence, BillUsage usage) {}

    /** The last checkpoint of a pool up to a position. */
    static Reached lastOf(String stream, long upTo, JdbcTemplate jdbc) {
        var usage = new BillUsage();
        var sequence = new AtomicLong(-1);
        RowCallbackHandler put = row -> {
            sequence.set(row.getLong("sequence"));
            if (row.getString("month") != null) usage.put(stream, row);
        };
        jdbc.query(LAST, put, stream, upTo, stream);
        return new Reached(sequence.get(), usage);
    }
}
