package io.minutebook.reporting.journal;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.ledger.OpenVoucher;
import io.minutebook.billing.ledger.PaidPack;
import io.minutebook.billing.ledger.RunningTerm;
import io.minutebook.reporting.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads what the journal's postings follow from. */
final class JournalRows {

    private JournalRows() {}

    static PaidPack pack(ResultSet row) throws SQLException {
        return new PaidPack(account(row), new PackId(row.getString("pack_id")), money(row, "paid_fen"));
    }

    static RunningTerm term(ResultSet row) throws SQLException {
        return new RunningTerm(
                account(row),
                new ResourceId(row.getString("resource_id")),
                new OrderId(row.getString("order_id")),
                Times.instant(row, "starts"),
                Times.instant(row, "ends"),
                money(row, "paid_fen"),
                Times.instantOrNull(row, "ended_at"));
    }

    static OpenVoucher voucher(ResultSet row) throws SQLException {
        return new OpenVoucher(
                account(row),
                new VoucherId(row.getString("voucher_id")),
                money(row, "left_fen"),
                Times.instantOrNull(row, "lapses_at"));
    }

    static AccountId account(ResultSet row) throws SQLException {
        return new AccountId(row.getString("account_id"));
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }
}
