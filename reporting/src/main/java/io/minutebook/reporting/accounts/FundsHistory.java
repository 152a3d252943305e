package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.AccountDetailsChanged;
import io.minutebook.billing.account.AccountEvent;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsRanLow;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.ViolationAppealed;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.billing.account.VoucherExpired;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.reporting.accounts.AccountView.FundsView;
import io.minutebook.reporting.accounts.AccountView.VoucherView;
import io.minutebook.reporting.feed.LedgerEvents;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What an account could spend at any position of the ledger; answered from its events, which are few. */
public final class FundsHistory {

    private final LedgerEvents events;

    public FundsHistory(LedgerEvents events) {
        this.events = events;
    }

    /** Lapse of vouchers is judged at an instant. */
    public FundsView of(AccountId accountId, long upTo, Instant at) {
        var held = new Held();
        events.payloadsOf("account-" + accountId, -1, upTo, event -> held.add((AccountEvent) event));
        return held.view(at);
    }

    /** Funds and vouchers as the events so far left them. */
    private static final class Held {
        private Funds funds = Funds.NONE;
        private final Map<VoucherId, Left> vouchers = new TreeMap<>((one, other) -> one.value().compareTo(other.value()));

        private record Left(VoucherIssued issued, Money amount) {

            boolean isUsableAt(Instant instant) {
                var end = issued.validUntil();
                return amount.isPositive() && (end == null || end.isAfter(instant));
            }
        }

        void add(AccountEvent event) {
            switch (event) {
                case AccountRegistered _, AccountDetailsChanged _, ViolationFound _, ViolationAppealed _ -> {}
                case FundsCredited credited -> funds = credited.funds();
                case FundsRanLow low -> funds = low.funds();
                case FundsReturned returned -> funds = returned.funds();
                case VoucherIssued issued -> vouchers.put(issued.voucherId(), new Left(issued, issued.amount()));
                case VoucherExpired expired -> vouchers.remove(expired.voucherId());
                case OrderPaid paid -> pay(paid);
            }
        }

        private void pay(OrderPaid paid) {
            funds = paid.funds();
            for (var use : paid.vouchers()) {
                vouchers.computeIfPresent(use.voucherId(), (_, held) -> new Left(held.issued(), use.left()));
            }
        }

        FundsView view(Instant at) {
            var usable = vouchers.entrySet().stream()
                    .filter(voucher -> voucher.getValue().isUsableAt(at))
                    .map(voucher -> new VoucherView(voucher.getKey(), voucher.getValue().amount()))
                    .toList();
            return new FundsView(funds.cash(), funds.gift(), funds.revenueShare(), usable);
        }
    }
}
