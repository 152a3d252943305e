package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.Refused;
import io.minutebook.billing.VoucherId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An account as it stands: its legal entity, its funds and its vouchers. */
public record Account(
        AccountId id, String name, String legalEntityId, boolean hasOrdered, Funds funds, List<Voucher> vouchers) {

    /** Far from where sums of amounts would overflow. */
    private static final Money MAXIMUM = Money.yuan("999999999999999.99");

    public Account {
        vouchers = List.copyOf(vouchers);
    }

    static AccountRegistered register(RegisterAccount command) {
        return new AccountRegistered(command.accountId(), command.name(), command.legalEntityId());
    }

    /** Saying the same again changes nothing. */
    Optional<AccountDetailsChanged> change(RegisterAccount command) {
        boolean otherEntity = !command.legalEntityId().equals(legalEntityId);
        if (otherEntity && hasOrdered) {
            throw new Refused(
                    AccountRefusal.LEGAL_ENTITY_FIXED,
                    "The account has ordered as legal entity " + legalEntityId + "; open another account instead.");
        }
        if (!otherEntity && command.name().equals(name)) return Optional.empty();
        return Optional.of(new AccountDetailsChanged(id, command.name(), command.legalEntityId()));
    }

    FundsCredited credit(CreditFunds command) {
        if (command.amount().exceeds(MAXIMUM.minus(funds.of(command.kind())))) {
            throw new Refused(
                    AccountRefusal.FUNDS_ABOVE_MAXIMUM,
                    "An account holds at most " + MAXIMUM + " of each kind; credit less.");
        }
        var after = funds.credit(command.kind(), command.amount());
        return new FundsCredited(id, command.kind(), command.amount(), command.reference(), command.at(), after);
    }

    VoucherIssued issue(IssueVoucher command) {
        if (voucher(command.voucherId()).isPresent()) {
            throw new Refused(
                    AccountRefusal.VOUCHER_EXISTS,
                    "Voucher " + command.voucherId() + " was issued before; give a new one another id.");
        }
        return new VoucherIssued(
                id, command.voucherId(), command.amount(), command.at(), command.validUntil(), command.minimumSpend(),
                command.products());
    }

    /** In the order in which their validity ended, the lowest id first among equals. */
    List<VoucherExpired> expire(ExpireVouchers command) {
        return vouchers.stream()
                .filter(voucher -> voucher.isDueBy(command.at()))
                .map(voucher -> new VoucherExpired(
                        id, voucher.id(), voucher.left(), Objects.requireNonNull(voucher.validUntil())))
                .sorted(Comparator.comparing(VoucherExpired::expiredAt).thenComparing(VoucherExpired::voucherId))
                .toList();
    }

    OrderPaid pay(PayOrder command) {
        return new PaymentSplit(this, command).decide();
    }

    /**
     * Whether a payment made funds low that were not low before; decided before it is part of this state.
     *
     * @param threshold funds below it are low
     */
    Optional<FundsRanLow> ranLow(OrderPaid paid, Money threshold) {
        boolean wereLow = threshold.exceeds(funds.total());
        boolean areLow = threshold.exceeds(paid.funds().total());
        return wereLow || !areLow
                ? Optional.empty()
                : Optional.of(new FundsRanLow(id, paid.orderId(), paid.paidAt(), threshold, paid.funds()));
    }

    Optional<Voucher> voucher(VoucherId voucherId) {
        return vouchers.stream().filter(held -> held.id().equals(voucherId)).findFirst();
    }

    static Account opened(AccountRegistered event) {
        return new Account(event.accountId(), event.name(), event.legalEntityId(), false, Funds.NONE, List.of());
    }

    Account evolve(AccountEvent event) {
        return switch (event) {
            case AccountRegistered registered -> opened(registered);
            case AccountDetailsChanged changed ->
                new Account(id, changed.name(), changed.legalEntityId(), hasOrdered, funds, vouchers);
            case FundsCredited credited ->
                new Account(id, name, legalEntityId, hasOrdered, credited.funds(), vouchers);
            case VoucherIssued issued ->
                new Account(id, name, legalEntityId, hasOrdered, funds, vouchersWith(issued));
            case VoucherExpired expired ->
                new Account(id, name, legalEntityId, hasOrdered, funds, vouchersWithout(expired));
            case OrderPaid paid ->
                new Account(id, name, legalEntityId, true, paid.funds(), vouchersAfter(paid.vouchers()));
            case FundsRanLow _ -> this;
        };
    }

    private List<Voucher> vouchersWith(VoucherIssued issued) {
        var all = new ArrayList<>(vouchers);
        all.add(new Voucher(
                issued.voucherId(), issued.amount(), issued.validUntil(), issued.minimumSpend(), issued.products()));
        return all;
    }

    private List<Voucher> vouchersWithout(VoucherExpired expired) {
        return vouchers.stream()
                .map(voucher -> voucher.id().equals(expired.voucherId()) ? voucher.with(Money.ZERO) : voucher)
                .toList();
    }

    private List<Voucher> vouchersAfter(List<VoucherUse> uses) {
        return vouchers.stream().map(voucher -> after(voucher, uses)).toList();
    }

    private static Voucher after(Voucher voucher, List<VoucherUse> uses) {
        return uses.stream()
                .filter(use -> use.voucherId().equals(voucher.id()))
                .findFirst()
                .map(use -> voucher.with(use.left()))
                .orElse(voucher);
    }
}
