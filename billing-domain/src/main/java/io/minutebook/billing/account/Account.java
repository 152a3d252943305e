package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Money;
import io.minutebook.billing.Refused;
import io.minutebook.billing.VoucherId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An account as it stands: its legal entity, its funds and vouchers, and the rules of access that it broke. */
public record Account(
        AccountId id,
        String name,
        String legalEntityId,
        boolean hasOrdered,
        Funds funds,
        List<Voucher> vouchers,
        List<Violation> violations) {

    /** Far from where sums of amounts would overflow. */
    private static final Money MAXIMUM = Money.yuan("999999999999999.99");

    public Account {
        vouchers = List.copyOf(vouchers);
        violations = List.copyOf(violations);
    }

    /** The worst of what it did; what was overturned is none of it. */
    public Standing standing() {
        return violations.stream().map(Violation::standing).reduce(Standing.GOOD, Standing::worse);
    }

    /** {@link Refused} while nothing is sold to it. */
    public void requireMayOrder() {
        var standing = standing();
        if (standing.mayOrder()) return;
        throw new Refused(
                AccountRefusal.ACCOUNT_SUSPENDED,
                "The account is " + standing + " for breaking the rules of access; appeal first.");
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
        return new VoucherIssued(id, command.voucherId(), command.amount(), command.at(), command.validUntil());
    }

    OrderPaid pay(PayOrder command) {
        requireMayOrder();
        return new PaymentSplit(this, command).decide();
    }

    FundsReturned giveBack(ReturnFunds command) {
        var after = funds.plus(command.returned());
        return new FundsReturned(id, command.refundId(), command.returned(), command.at(), after);
    }

    ViolationFound find(FindViolation command) {
        var violationId = CaseNumber.after(violations.size(), "violation");
        return new ViolationFound(
                id,
                violationId,
                command.rule(),
                command.finding(),
                command.by(),
                command.at(),
                standing().worse(command.rule().standing()));
    }

    /** A finding may be appealed again while it stands. */
    ViolationAppealed decide(DecideAppeal command) {
        var violation = violations.stream()
                .filter(found -> found.id().equals(command.violationId()))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        AccountRefusal.UNKNOWN_VIOLATION,
                        "The account has no " + command.violationId() + "; its violations are listed."));
        if (violation.overturned()) {
            throw new Refused(
                    AccountRefusal.VIOLATION_OVERTURNED,
                    command.violationId() + " was overturned before and counts no more.");
        }
        var event = new ViolationAppealed(
                id, violation.id(), command.outcome(), command.reason(), command.by(), command.at(), standing());
        return event.leaving(evolve(event).standing());
    }

    Optional<Voucher> voucher(VoucherId voucherId) {
        return vouchers.stream().filter(held -> held.id().equals(voucherId)).findFirst();
    }

    static Account opened(AccountRegistered event) {
        return new Account(
                event.accountId(), event.name(), event.legalEntityId(), false, Funds.NONE, List.of(), List.of());
    }

    Account evolve(AccountEvent event) {
        return switch (event) {
            case AccountRegistered registered -> opened(registered);
            case AccountDetailsChanged changed ->
                new Account(id, changed.name(), changed.legalEntityId(), hasOrdered, funds, vouchers, violations);
            case FundsCredited credited -> with(credited.funds());
            case VoucherIssued issued ->
                new Account(id, name, legalEntityId, hasOrdered, funds, vouchersWith(issued), violations);
            case OrderPaid paid ->
                new Account(id, name, legalEntityId, true, paid.funds(), vouchersAfter(paid.vouchers()), violations);
            case FundsReturned returned -> with(returned.funds());
            case ViolationFound found ->
                with(Stream.concat(violations.stream(), Stream.of(Violation.of(found))).toList());
            case ViolationAppealed appealed -> with(violations.stream()
                    .map(found -> found.id().equals(appealed.violationId()) ? found.after(appealed) : found)
                    .toList());
        };
    }

    private Account with(Funds left) {
        return new Account(id, name, legalEntityId, hasOrdered, left, vouchers, violations);
    }

    private Account with(List<Violation> known) {
        return new Account(id, name, legalEntityId, hasOrdered, funds, vouchers, known);
    }

    private List<Voucher> vouchersWith(VoucherIssued issued) {
        var all = new ArrayList<>(vouchers);
        all.add(new Voucher(issued.voucherId(), issued.amount(), issued.validUntil()));
        return all;
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
