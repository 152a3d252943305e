package io.minutebook.reporting.journal;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ledger.Entry;
import io.minutebook.billing.ledger.EntryKind;
import io.minutebook.billing.ledger.LedgerAccount;
import io.minutebook.billing.ledger.Postings;
import io.minutebook.reporting.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The postings of what is stored: as they are, or as the domain works them out for a month. */
final class JournalLines {

    private JournalLines() {}

    static List<JournalLine> ofEvent(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        var order = row.getString("order_id");
        return List.of(new JournalLine(
                Long.toString(position),
                position,
                BillingMonth.parse(row.getString("month")),
                Times.instant(row, "at"),
                EntryKind.valueOf(row.getString("kind")),
                JournalRows.account(row),
                row.getString("ledger_account"),
                JournalRows.money(row, "amount_fen"),
                row.getString("resource_id"),
                order == null ? null : new OrderId(order)));
    }

    static List<JournalLine> ofDraws(ResultSet row, JournalQuery query) throws SQLException {
        var pack = row.getString("pack_id");
        var earned = JournalRows.money(row, "earned_fen");
        var broken = JournalRows.money(row, "broken_fen");
        var month = query.month();
        var entry = new Postings()
                .debit(LedgerAccount.DEFERRED_PACKS, earned.plus(broken), pack)
                .credit(LedgerAccount.titled(row.getString("income_account")), earned, pack)
                .credit(LedgerAccount.INCOME_BREAKAGE, broken, pack)
                .entry(
                        EntryKind.MINUTES_DRAWN, JournalRows.account(row), month.next().start().minusMillis(1), month,
                        null);
        return lines(entry, pack);
    }

    static List<JournalLine> ofDays(ResultSet row, JournalQuery query) throws SQLException {
        var term = JournalRows.term(row);
        return lines(term.daysElapsed(query.month(), query.now()), term.resourceId() + "-" + term.orderId());
    }

    static List<JournalLine> ofLapse(ResultSet row, JournalQuery query) throws SQLException {
        var voucher = JournalRows.voucher(row);
        return lines(voucher.lapsed(query.now()), voucher.accountId() + "-" + voucher.voucherId());
    }

    /** No event says it, so that the entry is named by its kind, what it is about and its month. */
    private static List<JournalLine> lines(Optional<Entry> entry, String about) {
        return entry.stream()
                .flatMap(found -> found.postings().stream().map(posting -> new JournalLine(
                        found.kind() + "-" + about + "-" + found.month(),
                        null,
                        found.month(),
                        found.at(),
                        found.kind(),
                        found.accountId(),
                        posting.account().title(),
                        posting.amount(),
                        posting.resourceId(),
                        found.orderId())))
                .toList();
    }
}
