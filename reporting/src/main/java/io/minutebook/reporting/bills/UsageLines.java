package io.minutebook.reporting.bills;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.months.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The usage of a month on its detailed bill: a line for each pack it drew from, those that a plan includes first, and
 * one for each meter with minutes or messages that no pack covered. The figures are those of all usage up to the
 * month, whatever came later; until the month is over, a pack lapses at its time and not before. What is given back by
 * hand in a later month may cover calls of this one: then it took more than there was, and nothing remains.
 */
final class UsageLines {

    private static final String LINES =
            """
            select usage.meter, usage.pack_id, usage.minutes, usage.until_then, pack.product, pack.order_id,
                   pack.family, pack.usage_start,
                   least(pack.usage_end, refund.usage_start) as usage_end, pack.granted, pack.included,
                   (select coalesce(sum(minutes), 0) from bill_adjustment as adjustment
                    where adjustment.account_id = ? and adjustment.pack_id = usage.pack_id
                        and adjustment.month <= ?) as adjusted
            from (
                select meter, pack_id, sum(minutes) filter (where {month} = ?) as minutes, sum(minutes) as until_then
                from bill_usage where account_id = ? and {month} <= ?
                group by meter, pack_id having sum(minutes) filter (where {month} = ?) <> 0
            ) as usage left join (
                select resource_id as pack_id, product, order_id, family, usage_start, usage_end, minutes as granted,
                       false as included
                from bill_line where account_id = ? and transaction_type = 'PURCHASE'
                union all
                select pack_id, product, order_id, 'SUBSCRIPTION', valid_from, valid_until, messages, true
                from bill_allowance where account_id = ?
            ) as pack using (pack_id) left join bill_line as refund
                on refund.account_id = ? and refund.resource_id = usage.pack_id
                    and refund.transaction_type = 'REFUND' and refund.month <= ?
            order by usage.meter, pack.included desc nulls last, pack.usage_end, pack.usage_start, usage.pack_id""";

    private static final UnitPrice PREPAID = UnitPrice.of("0");

    private final BillingMonth month;
    private final String sql;
    private final Instant start;
    private final Instant end;
    private final Instant seenAt;

    UsageLines(BillingMonth month, Known known, Instant now) {
        this.month = month;
        this.sql = LINES.replace("{month}", known == Known.CLOSED ? "month" : "used_in");
        this.start = month.start();
        this.end = month.next().start();
        this.seenAt = now.isBefore(end) ? now : end;
    }

    List<BillDetailLine> of(AccountId accountId, JdbcTemplate jdbc) {
        var account = accountId.value();
        var named = month.toString();
        return jdbc.query(sql, (row, _) -> lineOf(row), account, named, named,
                account, named, named, account, account, account, named);
    }

    private BillDetailLine lineOf(ResultSet row) throws SQLException {
        var meter = Meter.valueOf(row.getString("meter"));
        long minutes = row.getLong("minutes");
        if (row.getString("pack_id").equals(BillUsage.UNCOVERED)) return uncovered(meter, minutes);
        return drawn(row, meter, minutes);
    }

    private BillDetailLine uncovered(Meter meter, long minutes) {
        var line = line(familyOf(meter), null, meter, null, null, start, end, "", minutes);
        return new BillDetailLine(line, BillComponent.uncovered(meter), minutes, 0L, 0L);
    }

    private BillDetailLine drawn(ResultSet row, Meter meter, long minutes) throws SQLException {
        var from = Times.instant(row, "usage_start");
        var until = Times.instant(row, "usage_end");
        var orderId = row.getString("order_id");
        var granted = new Minutes(row.getLong("granted"));
        var line = line(
                Family.valueOf(row.getString("family")),
                new ProductCode(row.getString("product")),
                meter,
                row.getString("pack_id"),
                orderId == null ? null : new OrderId(orderId),
                from.isAfter(start) ? from : start,
                until.isBefore(end) ? until : end,
                BillWords.configurationOf(meter, granted),
                minutes);
        long left = granted.value() - row.getLong("until_then") - row.getLong("adjusted");
        long remaining = until.isAfter(seenAt) ? Math.max(0, left) : 0;
        var component = BillComponent.drawn(meter, row.getBoolean("included"));
        return new BillDetailLine(line, component, minutes, minutes, remaining);
    }

    /** Its time is the last of the month: the line sums up all of it. */
    private BillLine line(
            Family family,
            @Nullable ProductCode product,
            Meter meter,
            @Nullable String packId,
            @Nullable OrderId orderId,
            Instant from,
            Instant until,
            String configuration,
            long minutes) {
        return new BillLine(
                family, product, meter, BillingMode.PREPAID, TransactionType.USAGE, packId, orderId,
                end.minusMillis(1), from, until, configuration, Money.ZERO, PREPAID, minutes,
                BillUnit.of(meter), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    private static Family familyOf(Meter meter) {
        return switch (meter) {
            case REALTIME_ASR, OFFLINE_ASR -> Family.VALUE_ADDED;
            case BOT_MESSAGES -> Family.ADD_ON;
            case LANDLINE_OUTBOUND, TOLL_FREE_INBOUND, AUDIO, LANDLINE_INBOUND, UNMETERED -> Family.CALL;
        };
    }
}
