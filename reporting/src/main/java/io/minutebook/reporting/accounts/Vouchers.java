package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.AccountDetailsChanged;
import io.minutebook.billing.account.AccountEvent;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsRanLow;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.ViolationAppealed;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.billing.account.VoucherExpired;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.reporting.accounts.Movement.Event;
import io.minutebook.reporting.accounts.VoucherRecord.Entry;
import io.minutebook.reporting.accounts.VoucherRecord.Happening;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Questions about an account's vouchers; answered from its events, which are few. */
public final class Vouchers {

    private final LedgerEvents events;

    public Vouchers(LedgerEvents events) {
        this.events = events;
    }

    /**
     * By id.
     *
     * @param now judges which of them have lapsed
     */
    public Listing<VoucherRecord> list(AccountId accountId, @Nullable String after, int limit, Instant now) {
        var start = after == null ? "" : Cursor.decode(after, 1).key().getFirst();
        var found = all(accountId).values().stream()
                .filter(voucher -> voucher.voucherId().value().compareTo(start) > 0)
                .map(voucher -> voucher.seenAt(now))
                .limit(limit + 1L)
                .toList();
        return Listing.of(found, limit, voucher -> Cursor.at(voucher.voucherId().value()));
    }

    private SortedMap<VoucherId, VoucherRecord> all(AccountId accountId) {
        var vouchers = new TreeMap<VoucherId, VoucherRecord>();
        events.eachOf("account-" + accountId, (event, position) -> add((AccountEvent) event, position, vouchers));
        return vouchers;
    }

    private static void add(AccountEvent event, long position, SortedMap<VoucherId, VoucherRecord> vouchers) {
        var cause = Event.of(event, position);
        switch (event) {
            case VoucherIssued issued -> vouchers.put(issued.voucherId(), issued(issued, cause));
            case OrderPaid paid -> paid.vouchers().forEach(use -> vouchers.computeIfPresent(
                    use.voucherId(),
                    (_, voucher) -> voucher.then(new Entry(
                            paid.paidAt(), Happening.USED, use.amount(), use.left(), paid.orderId(), cause))));
            case VoucherExpired expired -> vouchers.computeIfPresent(
                    expired.voucherId(),
                    (_, voucher) -> voucher.then(new Entry(
                            lapseOf(voucher, expired), Happening.EXPIRED, expired.amount(), Money.ZERO, null, cause)));
            case AccountRegistered _, AccountDetailsChanged _, FundsCredited _, FundsRanLow _, FundsReturned _,
                    ViolationFound _, ViolationAppealed _ -> {}
        }
    }

    /** One that was issued after its validity lapses as it is given. */
    private static Instant lapseOf(VoucherRecord voucher, VoucherExpired expired) {
        var given = voucher.history().getFirst().at();
        return expired.expiredAt().isBefore(given) ? given : expired.expiredAt();
    }

    private static VoucherRecord issued(VoucherIssued issued, Event cause) {
        var given = new Entry(
                issued.issuedAt(), Happening.ISSUED, issued.amount(), issued.amount(), null, cause);
        return new VoucherRecord(
                issued.voucherId(), issued.amount(), issued.amount(), VoucherRecord.State.USABLE, issued.validUntil(),
                issued.minimumSpend(), issued.products(), List.of(given));
    }
}
