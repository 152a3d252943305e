package io.minutebook.reporting.packs;

import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.projections.Checkpoints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a pool's packs hold after every thousandth of its events. */
final class PackCheckpoints {

    private static final String INSERT =
            """
            insert into pack_checkpoint (stream, sequence, position, pack_id, refunded_at,
                                         drawn, remaining, expired, refunded)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Map<String, List<LedgerEvent>> byPool = new HashMap<>();
    private final List<String> due = new ArrayList<>();

    void add(LedgerEvent event) {
        byPool.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event);
        if (Checkpoints.areDueAfter(event) && !due.contains(event.stream())) due.add(event.stream());
    }

    /**
     * Before the packs themselves are written.
     *
     * @param held what the packs of a pool held before the first event
     */
    void write(JdbcTemplate jdbc, Function<PoolId, List<PackRow>> held) {
        var columns = new Columns(
                "text", "bigint", "bigint", "text", "timestamptz", "bigint", "bigint", "bigint", "bigint");
        for (var stream : due) {
            var events = Objects.requireNonNull(byPool.get(stream));
            var changes = new PackChanges(held.apply(PoolId.ofStream(stream)));
            for (var event : events) {
                changes.add((PackEvent) event.fact());
                if (Checkpoints.areDueAfter(event)) add(event, changes, columns);
            }
        }
        columns.write(jdbc, INSERT);
    }

    /** The row without a pack says that there is one, also of a pool without packs. */
    private static void add(LedgerEvent event, PackChanges changes, Columns columns) {
        columns.row(event.stream(), event.sequence(), event.position(), "", null, 0L, 0L, 0L, 0L);
        for (var pack : changes.granted()) {
            var balance = pack.balance();
            columns.row(
                    event.stream(), event.sequence(), event.position(), pack.id(), pack.refundedAt(), balance.drawn(),
                    balance.remaining(), balance.expired(), balance.refunded());
        }
    }
}
