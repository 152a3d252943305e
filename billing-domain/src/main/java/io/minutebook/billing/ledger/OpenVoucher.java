package io.minutebook.billing.ledger;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.VoucherIssued;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is left on a voucher, which lapses without an event.
 *
 * @param lapsesAt the end of its validity, or its issue where that is later; null where it does not lapse
 */
public record OpenVoucher(AccountId accountId, VoucherId voucherId, Money left, @Nullable Instant lapsesAt) {

    public static OpenVoucher of(VoucherIssued issued) {
        var end = issued.validUntil();
        var lapse = end != null && end.isBefore(issued.issuedAt()) ? issued.issuedAt() : end;
        return new OpenVoucher(issued.accountId(), issued.voucherId(), issued.amount(), lapse);
    }

    public OpenVoucher with(Money newLeft) {
        return new OpenVoucher(accountId, voucherId, newLeft, lapsesAt);
    }

    /** The promise is over, and with it what it would have cost; none while it stands. */
    public Optional<Entry> lapsed(Instant now) {
        if (lapsesAt == null || lapsesAt.isAfter(now)) return Optional.empty();
        return new Postings()
                .debit(LedgerAccount.VOUCHERS, left, voucherId.value())
                .credit(LedgerAccount.PROMOTIONS_VOUCHERS, left, voucherId.value())
                .entry(EntryKind.VOUCHER_LAPSED, accountId, lapsesAt);
    }
}
