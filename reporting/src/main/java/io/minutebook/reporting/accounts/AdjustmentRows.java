package io.minutebook.reporting.accounts;

import io.minutebook.billing.Money;
import io.minutebook.billing.corrections.AdjustmentApproved;
import io.minutebook.billing.corrections.AdjustmentEvent;
import io.minutebook.billing.corrections.AdjustmentRequested;
import io.minutebook.reporting.database.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of what people corrected, each approved at most once. */
final class AdjustmentRows {

    private static final String REQUESTED =
            """
            insert into adjustment_view (account_id, adjustment_id, kind, amount_fen, minutes, pack_id, reason, pending,
                                         requested_by, requested_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account_id, adjustment_id) do nothing""";
    private static final String APPROVED =
            """
            update adjustment_view set pending = false, approved_by = approval.by, approved_at = approval.at
            from unnest(?, ?, ?, ?) as approval (account_id, adjustment_id, by, at)
            where adjustment_view.account_id = approval.account_id
                and adjustment_view.adjustment_id = approval.adjustment_id""";

    private final Columns requested = new Columns(
            "text", "text", "text", "bigint", "bigint", "text", "text", "boolean",
            "text", "timestamptz");
    private final Columns approved = new Columns("text", "text", "text", "timestamptz");

    void add(AdjustmentEvent event) {
        switch (event) {
            case AdjustmentRequested now -> addRequested(now);
            case AdjustmentApproved now ->
                approved.row(now.accountId(), now.adjustmentId(), now.approvedBy(), now.approvedAt());
        }
    }

    private void addRequested(AdjustmentRequested now) {
        var adjustment = now.adjustment();
        requested.row(
                now.accountId(), now.adjustmentId(), adjustment.kind(), fenOf(adjustment.amount()), adjustment.minutes(),
                adjustment.packId(), now.reason(), now.pending(), now.requestedBy(), now.requestedAt());
    }

    private static @Nullable Long fenOf(@Nullable Money amount) {
        return amount == null ? null : amount.fen();
    }

    void write(JdbcTemplate jdbc) {
        requested.write(jdbc, REQUESTED);
        approved.write(jdbc, APPROVED);
    }
}
