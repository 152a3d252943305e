package io.minutebook.reporting.journal;

import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.ledger.Entry;
import io.minutebook.billing.ledger.EntryKind;
import io.minutebook.billing.ledger.Journal;
import io.minutebook.billing.ledger.OpenVoucher;
import io.minutebook.billing.ledger.PaidPack;
import io.minutebook.billing.ledger.Purchases;
import io.minutebook.billing.ledger.RunningTerm;
import io.minutebook.billing.ledger.TermsEnded;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.projections.EventBatch;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Events are kept until they are written: what they are worth follows from what was paid before, which is read then. */
final class JournalBatch implements EventBatch {

    private static final String POSTED =
            """
            insert into journal_posting (position, line, month, at, account_id, kind, ledger_account, amount_fen,
                                         resource_id, order_id)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (position, line) do nothing""";

    private static final String PACKS =
            """
            insert into journal_pack (pack_id, account_id, paid_fen) select * from unnest(?, ?, ?)
            on conflict (pack_id) do nothing""";

    private static final String TERMS =
            """
            insert into journal_term (account_id, resource_id, order_id, starts, ends, paid_fen)
            select * from unnest(?, ?, ?, ?, ?, ?)
            on conflict (account_id, resource_id, order_id) do nothing""";

    private static final String ENDED =
            """
            update journal_term set ended_at = ended.at
            from unnest(?, ?, ?) as ended (account_id, resource_id, at)
            where journal_term.account_id = ended.account_id and journal_term.resource_id = ended.resource_id
                and journal_term.ended_at is null and journal_term.ends > ended.at""";

    private static final String VOUCHERS =
            """
            insert into journal_voucher (account_id, voucher_id, left_fen, lapses_at) select * from unnest(?, ?, ?, ?)
            on conflict (account_id, voucher_id) do nothing""";

    private static final String VOUCHERS_USED =
            """
            update journal_voucher set left_fen = used.left_fen
            from (
                select distinct on (account_id, voucher_id) account_id, voucher_id, left_fen
                from unnest(?, ?, ?, ?) as use (account_id, voucher_id, left_fen, nth)
                order by account_id, voucher_id, nth desc
            ) as used
            where journal_voucher.account_id = used.account_id and journal_voucher.voucher_id = used.voucher_id""";

    private final List<LedgerEvent> events = new ArrayList<>();
    private final Columns postings = new Columns(
            "bigint", "bigint", "text", "timestamptz", "text", "text", "text", "bigint", "text", "text");
    private final Columns packs = new Columns("text", "text", "bigint");
    private final Columns terms = new Columns("text", "text", "text", "timestamptz", "timestamptz", "bigint");
    private final Columns ended = new Columns("text", "text", "timestamptz");
    private final Columns vouchers = new Columns("text", "text", "bigint", "timestamptz");
    private final Columns vouchersUsed = new Columns("text", "text", "bigint", "bigint");
    private final UsageSums usage = new UsageSums();
    private long uses;

    @Override
    public void add(LedgerEvent event) {
        events.add(event);
    }

    @Override
    public void write(JdbcTemplate jdbc) {
        var books = new KeptBooks(jdbc).before(events.stream().map(LedgerEvent::fact).toList());
        for (var event : events) {
            Journal.entryOf(event.fact(), books).ifPresent(entry -> post(event.position(), entry));
            keep(event.fact());
            books.take(event.fact());
        }
        postings.write(jdbc, POSTED);
        packs.write(jdbc, PACKS);
        terms.write(jdbc, TERMS);
        ended.write(jdbc, ENDED);
        vouchers.write(jdbc, VOUCHERS);
        vouchersUsed.write(jdbc, VOUCHERS_USED);
        usage.write(jdbc);
    }

    private void post(long at, Entry entry) {
        if (entry.kind() == EntryKind.MINUTES_DRAWN) usage.add(entry);
        else addPostings(at, entry);
    }

    private void addPostings(long at, Entry entry) {
        long line = 0;
        for (var posting : entry.postings()) {
            postings.row(
                    at, ++line, entry.month(), entry.at(), entry.accountId(), entry.kind(), posting.account().title(),
                    posting.amount().fen(), posting.resourceId(), entry.orderId());
        }
    }

    private void keep(Object event) {
        switch (event) {
            case OrderPlaced order -> {
                Purchases.packsIn(order).forEach(this::keep);
                Purchases.termsIn(order).forEach(this::keep);
            }
            case VoucherIssued issued -> keep(OpenVoucher.of(issued));
            case OrderPaid paid -> {
                for (var use : paid.vouchers()) {
                    vouchersUsed.row(paid.accountId(), use.voucherId(), use.left().fen(), ++uses);
                }
            }
            default -> TermsEnded.by(event).forEach(end -> ended.row(end.accountId(), end.resourceId(), end.at()));
        }
    }

    private void keep(PaidPack pack) {
        packs.row(pack.packId(), pack.accountId(), pack.paid().fen());
    }

    private void keep(RunningTerm term) {
        terms.row(
                term.accountId(), term.resourceId(), term.orderId(), term.from(), term.until(), term.paid().fen());
    }

    private void keep(OpenVoucher voucher) {
        vouchers.row(voucher.accountId(), voucher.voucherId(), voucher.left().fen(), voucher.lapsesAt());
    }
}
