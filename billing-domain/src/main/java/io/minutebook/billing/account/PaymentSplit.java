package io.minutebook.billing.account;

import io.minutebook.billing.Money;
import io.minutebook.billing.Refused;
import io.minutebook.billing.VoucherId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which money pays an order: vouchers named, then amounts given, then gift, revenue share and cash.
 */
final class PaymentSplit {

    private final Account account;
    private final PayOrder command;
    private final List<VoucherUse> uses = new ArrayList<>();
    private Money owed;

    PaymentSplit(Account account, PayOrder command) {
        this.account = account;
        this.command = command;
        this.owed = command.payable();
    }

    OrderPaid decide() {
        useVouchers();
        var spent = spend();
        var voucher = Money.sum(uses.stream().map(VoucherUse::amount).toList());
        var paid = new Paid(voucher, spent.gift(), spent.revenueShare(), spent.cash());
        return new OrderPaid(
                account.id(), command.orderId(), command.at(), paid, uses, account.funds().debit(spent));
    }

    /** Each voucher is used in full unless less is owed; what is left on it stays usable. */
    private void useVouchers() {
        for (var voucher : vouchersNamed()) {
            var used = voucher.left().min(owed);
            if (used.isZero()) continue;
            uses.add(new VoucherUse(voucher.id(), used, voucher.left().minus(used)));
            owed = owed.minus(used);
        }
    }

    /** All must be known before the first is looked at: an unknown voucher is told before a spent one. */
    private List<Voucher> vouchersNamed() {
        var named = command.payment().vouchers().stream().distinct().map(this::known).toList();
        for (var voucher : named) {
            if (voucher.isUsableAt(command.at())) continue;
            throw new Refused(
                    AccountRefusal.VOUCHER_SPENT,
                    "Voucher " + voucher.id() + " is used up or has lapsed; leave it out.");
        }
        return named;
    }

    private Voucher known(VoucherId id) {
        return account.voucher(id)
                .orElseThrow(() -> new Refused(
                        AccountRefusal.UNKNOWN_VOUCHER, "The account holds no voucher " + id + "; leave it out."));
    }

    private Funds spend() {
        var payment = command.payment();
        requireFit(payment);
        owed = owed.minus(orZero(payment.gift())).minus(orZero(payment.revenueShare())).minus(orZero(payment.cash()));
        var funds = account.funds();
        var gift = taken(payment.gift(), funds.gift());
        var revenueShare = taken(payment.revenueShare(), funds.revenueShare());
        var cash = taken(payment.cash(), funds.cash());
        var spent = new Funds(cash, gift, revenueShare);
        if (owed.isPositive() || exceeds(spent, funds)) {
            throw new Refused(
                    AccountRefusal.INSUFFICIENT_FUNDS,
                    "The order costs " + command.payable() + " and the funds do not cover it (cash " + funds.cash()
                            + ", gift " + funds.gift() + ", revenue share " + funds.revenueShare()
                            + "); credit the account or order less.");
        }
        return spent;
    }

    /** Amounts given must not exceed what is owed, nor fall short of it when every kind is given. */
    private void requireFit(Payment payment) {
        var given = orZero(payment.gift()).plus(orZero(payment.revenueShare())).plus(orZero(payment.cash()));
        boolean allGiven = payment.gift() != null && payment.revenueShare() != null && payment.cash() != null;
        if (given.exceeds(owed) || (allGiven && !given.equals(owed))) {
            throw new Refused(
                    AccountRefusal.PAYMENT_MISMATCH,
                    "The amounts given come to " + given + " but " + owed
                            + " is owed after vouchers; give less, or leave a kind out to let it cover the rest.");
        }
    }

    private Money taken(@Nullable Money given, Money available) {
        if (given != null) return given;
        var taken = available.min(owed);
        owed = owed.minus(taken);
        return taken;
    }

    private static boolean exceeds(Funds spent, Funds available) {
        return spent.cash().exceeds(available.cash())
                || spent.gift().exceeds(available.gift())
                || spent.revenueShare().exceeds(available.revenueShare());
    }

    private static Money orZero(@Nullable Money amount) {
        return amount == null ? Money.ZERO : amount;
    }
}
