package io.minutebook.reporting.bills;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.months.MonthStatuses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about bills. */
public final class Bills {

    private static final String LINES =
            """
            select * from bill_line where account_id = ? and month = ?
            order by transaction_time, order_id, resource_id, transaction_type""";

    private static final String ACCOUNTS =
            """
            select account_id from bill_line where month = ? union select account_id from bill_usage where month = ?
            order by account_id""";

    private static final String KNOWN_NOW =
            """
            select * from bill_line
            where account_id = ? and month >= ?
                and to_char(transaction_time at time zone 'Asia/Shanghai', 'YYYY-MM') = ?
            order by transaction_time, order_id, resource_id, transaction_type""";

    private static final String BOOKED_LATER = KNOWN_NOW.replace("month >= ?", "month > ?");

    private final JdbcTemplate jdbc;
    private final MonthStatuses months;

    public Bills(DataSource dataSource, MonthStatuses months) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.months = months;
    }

    /** Of a ledger that has closed no month. */
    public Bills(DataSource dataSource) {
        this(dataSource, _ -> MonthStatus.PROVISIONAL);
    }

    /** One line per resource; a month without any is a bill over nothing. */
    public Bill byResource(AccountId accountId, BillingMonth month) {
        return byResource(accountId, month, Known.CLOSED);
    }

    /** As it is booked, or with the lines of that month's time, wherever they are booked. */
    public Bill byResource(AccountId accountId, BillingMonth month, Known known) {
        var account = accountId.value();
        var named = month.toString();
        var lines = switch (known) {
            case CLOSED -> jdbc.query(LINES, (row, _) -> lineOf(row), account, named);
            case NOW -> jdbc.query(KNOWN_NOW, (row, _) -> lineOf(row), account, named, named);
        };
        return Bill.of(accountId, month, known.statusOf(month, months), lines);
    }

    /** Lines of the month's time that came after it was closed, and so are on a later bill. */
    public List<BillLine> bookedLater(AccountId accountId, BillingMonth month) {
        var named = month.toString();
        return jdbc.query(BOOKED_LATER, (row, _) -> lineOf(row), accountId.value(), named, named);
    }

    /** The same bill with what the month's usage took, as it stood at its end, or now before that. */
    public BillDetail inDetail(AccountId accountId, BillingMonth month, Instant now) {
        return inDetail(accountId, month, Known.CLOSED, now);
    }

    /** As {@link #inDetail(AccountId, BillingMonth, Instant)}, in either view. */
    public BillDetail inDetail(AccountId accountId, BillingMonth month, Known known, Instant now) {
        var usage = new UsageLines(month, known, now).of(accountId, jdbc);
        return BillDetail.of(byResource(accountId, month, known), usage);
    }

    /** One account's bill, as files are written from it. */
    public MonthlyBills of(AccountId accountId, BillingMonth month, Known known, Instant now, Instant asOf) {
        var detail = inDetail(accountId, month, known, now);
        return new StoredBills(month, detail.bill().status(), asOf, reader -> reader.accept(detail));
    }

    /** The bills of all accounts that bought or used something, as files are written from them. */
    public MonthlyBills ofAll(BillingMonth month, Instant now, Instant asOf) {
        var named = month.toString();
        return new StoredBills(month, months.statusOf(month), asOf, reader -> {
            for (var account : jdbc.queryForList(ACCOUNTS, String.class, named, named)) {
                reader.accept(inDetail(new AccountId(account), month, now));
            }
        });
    }

    private static BillLine lineOf(ResultSet row) throws SQLException {
        return new BillLine(
                Family.valueOf(row.getString("family")),
                new ProductCode(row.getString("product")),
                meterOrNull(row.getString("sub_product")),
                BillingMode.PREPAID,
                TransactionType.valueOf(row.getString("transaction_type")),
                row.getString("resource_id"),
                new OrderId(row.getString("order_id")),
                Times.instant(row, "transaction_time"),
                Times.instant(row, "usage_start"),
                Times.instant(row, "usage_end"),
                row.getString("configuration"),
                money(row, "list_price_fen"),
                new UnitPrice(row.getBigDecimal("unit_price")),
                row.getLong("quantity"),
                BillUnit.valueOf(row.getString("unit")),
                money(row, "discount_fen"),
                money(row, "amount_fen"),
                money(row, "voucher_fen"),
                money(row, "gift_fen"),
                money(row, "revenue_share_fen"),
                money(row, "cash_fen"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }

    private static @Nullable Meter meterOrNull(@Nullable String meter) {
        return meter == null ? null : Meter.valueOf(meter);
    }
}
