package io.minutebook.reporting.bills;

import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.projections.Checkpoints;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a pool's usage came to after every thousandth of its events. */
final class BillCheckpoints {

    private static final String INSERT =
            """
            insert into bill_checkpoint (stream, sequence, position, month, used_in, pack_id, minutes)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)""";

    private static final String LAST =
            """
            select sequence from bill_checkpoint where stream = ? and month = '' and position <= ?
            order by sequence desc limit 1""";

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

    /** The sequence of the last checkpoint of a pool up to a position; -1 before the first. */
    static long lastOf(String stream, long upTo, JdbcTemplate jdbc) {
        return jdbc.queryForList(LAST, Long.class, stream, upTo).stream().findFirst().orElse(-1L);
    }
}
