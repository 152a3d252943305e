package io.minutebook.reporting.packs;

import io.minutebook.billing.packs.PackEvent;
import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.projections.EventBatch;
import io.minutebook.reporting.projections.Projection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Packs with the balance that their last event left, and with what earlier ones left, now and then. */
public final class PacksProjection implements Projection {

    private static final String GRANTED =
            """
            insert into pack_view (pack_id, account_id, meter, application_id, product, unit_price, included, bought_at,
                                   valid_until, next_step, refunded_at, granted, drawn, remaining, expired, refunded)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (pack_id) do nothing""";

    private static final String LEFT =
            """
            update pack_view set drawn = left_over.drawn, remaining = left_over.remaining,
                                 expired = left_over.expired, refunded = left_over.refunded
            from unnest(?, ?, ?, ?, ?) as left_over (pack_id, drawn, remaining, expired, refunded)
            where pack_view.pack_id = left_over.pack_id""";

    private static final String ANNOUNCED =
            """
            update pack_view set next_step = announced.next_step
            from unnest(?, ?) as announced (pack_id, next_step)
            where pack_view.pack_id = announced.pack_id""";

    private static final String REFUNDED =
            """
            update pack_view set refunded_at = refund.at from unnest(?, ?) as refund (pack_id, at)
            where pack_view.pack_id = refund.pack_id""";

    @Override
    public String name() {
        return "packs";
    }

    @Override
    public List<String> tables() {
        return List.of("pack_view", "pack_checkpoint");
    }

    @Override
    public EventBatch begin() {
        return new Batch();
    }

    private static final class Batch implements EventBatch {
        private final PackChanges changes = new PackChanges();
        private final PackCheckpoints checkpoints = new PackCheckpoints();

        @Override
        public void add(LedgerEvent event) {
            if (!(event.fact() instanceof PackEvent pack)) return;
            changes.add(pack);
            checkpoints.add(event);
        }

        @Override
        public void write(JdbcTemplate jdbc) {
            checkpoints.write(jdbc, pool -> Packs.of(pool, jdbc));
            granted().write(jdbc, GRANTED);
            left().write(jdbc, LEFT);
            announced().write(jdbc, ANNOUNCED);
            refunds().write(jdbc, REFUNDED);
        }

        private Columns granted() {
            var columns = new Columns(
                    "text", "text", "text", "bigint", "text", "numeric", "boolean", "timestamptz",
                    "timestamptz", "timestamptz", "timestamptz", "bigint", "bigint", "bigint", "bigint", "bigint");
            for (var pack : changes.granted()) {
                var balance = pack.balance();
                var pool = pack.pool();
                columns.row(
                        pack.id(), pool.accountId(), pool.meter(), pool.applicationId(), pack.product(),
                        pack.unitPrice(), pack.included(), pack.boughtAt(), pack.validUntil(), pack.nextStep(),
                        pack.refundedAt(),
                        balance.granted(), balance.drawn(), balance.remaining(), balance.expired(), balance.refunded());
            }
            return columns;
        }

        private Columns refunds() {
            var columns = new Columns("text", "timestamptz");
            changes.refunds().forEach(columns::row);
            return columns;
        }

        private Columns left() {
            var columns = new Columns("text", "bigint", "bigint", "bigint", "bigint");
            changes.balances().forEach((pack, balance) -> columns.row(
                    pack, balance.drawn(), balance.remaining(), balance.expired(), balance.refunded()));
            return columns;
        }

        private Columns announced() {
            var columns = new Columns("text", "timestamptz");
            changes.nextSteps().forEach(columns::row);
            return columns;
        }
    }
}
