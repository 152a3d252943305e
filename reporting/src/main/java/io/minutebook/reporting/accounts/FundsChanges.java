package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.AccountDetailsChanged;
import io.minutebook.billing.account.AccountEvent;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.ViolationAppealed;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.reporting.accounts.FundsStatement.Balances;
import io.minutebook.reporting.accounts.Movement.Event;
import io.minutebook.reporting.accounts.Movement.Kind;
import io.minutebook.reporting.accounts.Movement.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an account's events changed of its balances, in the order of their times and then of their positions. A
 * voucher lapses without an event: what is left on it goes out when its validity is over.
 */
final class FundsChanges {

    private final List<Change> changes = new ArrayList<>();
    private final Map<VoucherId, Held> vouchers = new LinkedHashMap<>();

    private record Change(
            Instant at,
            Kind kind,
            Money amount,
            Reason reason,
            @Nullable String reference,
            @Nullable OrderId orderId,
            @Nullable VoucherId voucherId,
            @Nullable RefundId refundId,
            Event event) {

        Movement leaving(Money balance) {
            return new Movement(at, kind, amount, balance, reason, reference, orderId, voucherId, refundId, event);
        }
    }

    /** A voucher, what is left on it and the event that issued it. */
    private record Held(VoucherIssued issued, Money left, Event event) {

        Held with(Money left) {
            return new Held(issued, left, event);
        }

        /** One that was issued after its validity goes out as it comes in. */
        @Nullable Instant lapsesAt() {
            var end = issued.validUntil();
            if (end == null || left.isZero()) return null;
            return end.isBefore(issued.issuedAt()) ? issued.issuedAt() : end;
        }
    }

    void add(AccountEvent event, long position) {
        var cause = new Event(position, Objects.requireNonNull(event.getClass().getAnnotation(Stored.class)).name());
        switch (event) {
            case AccountRegistered _, AccountDetailsChanged _, ViolationFound _, ViolationAppealed _ -> {}
            case FundsCredited credited -> addCredit(credited, cause);
            case VoucherIssued issued -> addVoucher(issued, cause);
            case OrderPaid paid -> addPayment(paid, cause);
            case FundsReturned returned -> addReturn(returned, cause);
        }
    }

    private void addCredit(FundsCredited credited, Event cause) {
        changes.add(new Change(
                credited.creditedAt(), kindOf(credited.kind()), credited.amount(), Reason.CREDITED,
                credited.reference(), null, null, null, cause));
    }

    private static Kind kindOf(FundsKind kind) {
        return switch (kind) {
            case CASH -> Kind.CASH;
            case GIFT -> Kind.GIFT;
            case REVENUE_SHARE -> Kind.REVENUE_SHARE;
        };
    }

    private void addVoucher(VoucherIssued issued, Event cause) {
        vouchers.put(issued.voucherId(), new Held(issued, issued.amount(), cause));
        changes.add(new Change(
                issued.issuedAt(), Kind.VOUCHER, issued.amount(), Reason.VOUCHER_ISSUED, null, null,
                issued.voucherId(), null, cause));
    }

    private void addPayment(OrderPaid paid, Event cause) {
        for (var use : paid.vouchers()) {
            vouchers.computeIfPresent(use.voucherId(), (_, held) -> held.with(use.left()));
            pay(paid, Kind.VOUCHER, use.amount(), use.voucherId(), cause);
        }
        pay(paid, Kind.GIFT, paid.paid().gift(), null, cause);
        pay(paid, Kind.REVENUE_SHARE, paid.paid().revenueShare(), null, cause);
        pay(paid, Kind.CASH, paid.paid().cash(), null, cause);
    }

    private void pay(OrderPaid paid, Kind kind, Money amount, @Nullable VoucherId voucher, Event cause) {
        if (amount.isZero()) return;
        var out = Money.ZERO.minus(amount);
        changes.add(new Change(paid.paidAt(), kind, out, Reason.ORDER_PAID, null, paid.orderId(), voucher, null, cause));
    }

    private void addReturn(FundsReturned returned, Event cause) {
        giveBack(returned, Kind.GIFT, returned.returned().gift(), cause);
        giveBack(returned, Kind.REVENUE_SHARE, returned.returned().revenueShare(), cause);
        giveBack(returned, Kind.CASH, returned.returned().cash(), cause);
    }

    private void giveBack(FundsReturned returned, Kind kind, Money amount, Event cause) {
        if (amount.isZero()) return;
        changes.add(new Change(
                returned.returnedAt(), kind, amount, Reason.REFUNDED, null, null, null, returned.refundId(), cause));
    }

    private List<Change> lapsedBy(Instant now) {
        var lapsed = new ArrayList<Change>();
        for (var held : vouchers.values()) {
            var end = held.lapsesAt();
            if (end == null || end.isAfter(now)) continue;
            lapsed.add(new Change(
                    end, Kind.VOUCHER, Money.ZERO.minus(held.left()), Reason.VOUCHER_LAPSED, null, null,
                    held.issued().voucherId(), null, held.event()));
        }
        return lapsed;
    }

    /** The sort keeps what is equal in its order: an issue before the lapse of the same voucher. */
    FundsStatement of(AccountId accountId, BillingMonth month, Instant now) {
        var all = new ArrayList<>(changes);
        all.addAll(lapsedBy(now));
        all.sort(Comparator.comparing(Change::at).thenComparingLong(change -> change.event().position()));
        var held = new EnumMap<Kind, Money>(Kind.class);
        var opening = Balances.of(held);
        var movements = new ArrayList<Movement>();
        for (var change : all) {
            var its = BillingMonth.of(change.at());
            if (its.compareTo(month) > 0) break;
            var balance = held.getOrDefault(change.kind(), Money.ZERO).plus(change.amount());
            held.put(change.kind(), balance);
            if (its.equals(month)) movements.add(change.leaving(balance));
            else opening = Balances.of(held);
        }
        return new FundsStatement(accountId, month, opening, Balances.of(held), movements);
    }
}
