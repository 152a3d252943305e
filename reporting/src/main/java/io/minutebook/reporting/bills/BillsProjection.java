package io.minutebook.reporting.bills;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.months.MonthClosed;
import io.minutebook.billing.months.MonthEvent;
import io.minutebook.billing.months.MonthFinalised;
import io.minutebook.billing.months.MonthsBegun;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MessagesGranted;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackExpiryAnnounced;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackLevelReached;
import io.minutebook.billing.packs.PackRefunded;
import io.minutebook.billing.refunds.RefundGranted;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.projections.EventBatch;
import io.minutebook.reporting.projections.Projection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What accounts were charged, each line in the month of its time, and what each month's usage took. Nothing that comes
 * after the event that closed a month is added to it: the line is on the bill of the earliest month that is not closed.
 */
public final class BillsProjection implements Projection {

    private static final String INSERT =
            """
            insert into bill_line (account_id, month, transaction_time, order_id, resource_id, family, product,
                                   sub_product, transaction_type, usage_start, usage_end, configuration,
                                   list_price_fen, unit_price, quantity, unit, discount_fen, amount_fen, voucher_fen,
                                   gift_fen, revenue_share_fen, cash_fen, minutes)
            select account_id, greatest(month collate "C", (select max(month) from bill_open_month)), transaction_time,
                   order_id, resource_id, family, product, sub_product, transaction_type, usage_start, usage_end,
                   configuration, list_price_fen, unit_price, quantity, unit, discount_fen, amount_fen, voucher_fen,
                   gift_fen, revenue_share_fen, cash_fen, minutes
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as line (account_id, month, transaction_time, order_id, resource_id, family, product,
                         sub_product, transaction_type, usage_start, usage_end, configuration,
                         list_price_fen, unit_price, quantity, unit, discount_fen, amount_fen, voucher_fen,
                         gift_fen, revenue_share_fen, cash_fen, minutes)
            on conflict (account_id, month, transaction_time, order_id, resource_id, transaction_type) do nothing""";

    private static final String INSERT_ALLOWANCES =
            """
            insert into bill_allowance (account_id, pack_id, product, order_id, valid_from, valid_until, messages)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)
            on conflict (account_id, pack_id) do nothing""";

    private static final String INSERT_ADJUSTMENTS =
            """
            insert into bill_adjustment (account_id, cause, month, pack_id, minutes)
            select account_id, cause, greatest(month collate "C", (select max(month) from bill_open_month)), pack_id,
                   minutes
            from unnest(?, ?, ?, ?, ?) as adjustment (account_id, cause, month, pack_id, minutes)
            on conflict (account_id, pack_id, cause) do nothing""";

    private static final String INSERT_OPEN_MONTHS =
            "insert into bill_open_month (month) select * from unnest(?) on conflict (month) do nothing";

    @Override
    public String name() {
        return "bills";
    }

    @Override
    public List<String> tables() {
        return List.of("bill_line", "bill_allowance", "bill_usage", "bill_checkpoint", "bill_adjustment", "bill_open_month");
    }

    @Override
    public EventBatch begin() {
        return new Batch();
    }

    private static final class Batch implements EventBatch {
        private final Columns lines = new Columns(
                "text", "text", "timestamptz", "text", "text", "text", "text",
                "text", "text", "timestamptz", "timestamptz", "text",
                "bigint", "numeric", "bigint", "text", "bigint", "bigint", "bigint",
                "bigint", "bigint", "bigint", "bigint");
        private final Columns allowances =
                new Columns("text", "text", "text", "text", "timestamptz", "timestamptz", "bigint");
        private final Columns adjustments = new Columns("text", "text", "text", "text", "bigint");
        private final Columns openMonths = new Columns("text");
        private final BillUsage usage = new BillUsage();
        private final BillCheckpoints checkpoints = new BillCheckpoints();
        private @Nullable BillingMonth openMonth;

        @Override
        public void add(LedgerEvent event) {
            var fact = event.fact();
            if (fact instanceof OrderPlaced order) order.lines().forEach(line -> addPrice(order, line));
            if (fact instanceof RefundGranted refund) addRefund(refund);
            if (fact instanceof MonthEvent month) add(month);
            if (fact instanceof PackEvent pack) {
                addUsage(pack);
                checkpoints.add(event, usage);
            }
        }

        private void add(MonthEvent event) {
            switch (event) {
                case MonthsBegun begun -> open(begun.month());
                case MonthClosed closed -> open(closed.month().next());
                case MonthFinalised _ -> {}
            }
        }

        private void open(BillingMonth month) {
            openMonth = month;
            openMonths.row(month);
        }

        /** Where what has that time is billed; months closed by earlier batches are seen to when it is written. */
        private BillingMonth monthOf(Instant time) {
            var month = BillingMonth.of(time);
            return openMonth == null || month.compareTo(openMonth) >= 0 ? month : openMonth;
        }

        private void addUsage(PackEvent event) {
            switch (event) {
                case MinutesDrawn drawn -> usage.add(drawn);
                case DrawReversed reversed -> takeOff(reversed);
                case MessagesGranted granted when granted.included() -> include(granted);
                case MinutesAdjusted adjusted -> adjust(adjusted);
                case PackGranted _, MessagesGranted _, PackExpired _, PackRefunded _, PackLevelReached _,
                        PackExpiryAnnounced _ -> {}
            }
        }

        /** What people had given back of it by hand before goes back once. */
        private void takeOff(DrawReversed reversed) {
            usage.takeOff(reversed);
            var record = reversed.usage().record();
            var month = reversed.lateIn() == null ? reversed.usage().month() : reversed.lateIn();
            for (var back : reversed.returns()) {
                if (back.byHand() == null) continue;
                adjustments.row(
                        record.accountId(), record.id().source() + " " + record.id().id(), month,
                        back.packId(), back.byHand().value());
            }
        }

        /** What people moved by hand counts in the month in which they did. */
        private void adjust(MinutesAdjusted adjusted) {
            long minutes = adjusted.minutes().value();
            adjustments.row(
                    adjusted.accountId(), adjusted.adjustmentId(), monthOf(adjusted.adjustedAt()),
                    adjusted.packId(), adjusted.returned() ? -minutes : minutes);
        }

        private void include(MessagesGranted granted) {
            allowances.row(
                    granted.accountId(), granted.packId(), granted.product(), granted.orderId(), granted.validFrom(),
                    granted.validUntil(), granted.messages());
        }

        private void addPrice(OrderPlaced order, OrderLine line) {
            var paid = line.paid();
            lines.row(
                    order.accountId(), monthOf(order.placedAt()), order.placedAt(), order.orderId(),
                    line.resourceId(), line.family(), line.product(), meterOf(line),
                    TransactionType.of(line.transaction()),
                    line.validFrom(), line.validUntil(), BillWords.configurationOf(line), line.listPrice().fen(),
                    line.unitPrice(), line.quantity(), BillUnit.of(line), line.discount().fen(),
                    line.amount().fen(), paid.voucher().fen(), paid.gift().fen(), paid.revenueShare().fen(),
                    paid.cash().fen(), grantedBy(line));
        }

        /** What the resource would still have been there for, at what came back for it. */
        private void addRefund(RefundGranted refund) {
            var resource = refund.resource();
            var split = refund.decision().split();
            var amount = split.total().negated().fen();
            lines.row(
                    refund.accountId(), monthOf(refund.grantedAt()), refund.grantedAt(), resource.boughtBy(),
                    resource.resourceId(), resource.family(), resource.product(), resource.meter(),
                    TransactionType.REFUND,
                    refund.grantedAt(), resource.validUntil(), BillWords.refundOf(refund), amount,
                    resource.unitPrice(), resource.quantity(), BillUnit.of(resource), 0L, amount, 0L,
                    split.gift().negated().fen(), split.revenueShare().negated().fen(),
                    split.cash().negated().fen(), null);
        }

        private static @Nullable Meter meterOf(OrderLine line) {
            return line.messages() == null ? line.meter() : Meter.BOT_MESSAGES;
        }

        /** The minutes or messages of a pack; null of what is none. */
        private static @Nullable Minutes grantedBy(OrderLine line) {
            return line.messages() == null ? line.minutes() : new Minutes(line.messages().count());
        }

        @Override
        public void write(JdbcTemplate jdbc) {
            lines.write(jdbc, INSERT);
            allowances.write(jdbc, INSERT_ALLOWANCES);
            adjustments.write(jdbc, INSERT_ADJUSTMENTS);
            openMonths.write(jdbc, INSERT_OPEN_MONTHS);
            checkpoints.write(jdbc);
            usage.write(jdbc);
        }
    }
}
