package io.minutebook.billing.account;

import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.VoucherId;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which money pays an order: vouchers named, then amounts given, then gift, revenue share and cash.
 */
final class PaymentSplit {

    private final Account account;
    private final PayOrder command;
    private final List<VoucherUse> uses = new ArrayList<>();
    /** What vouchers of some products have left of each line. */
    private final List<Money> open;
    private Money owed;

    PaymentSplit(Account account, PayOrder command) {
        this.account = account;
        this.command = command;
        this.open = new ArrayList<>(command.lines().stream().map(PayableLine::amount).toList());
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
            if (voucher.isOfSomeProducts()) used = used.min(openTo(voucher));
            if (used.isZero()) continue;
            var shares = voucher.isOfSomeProducts() ? shares(voucher, used) : List.<VoucherShare>of();
            uses.add(new VoucherUse(voucher.id(), used, voucher.left().minus(used), shares));
            owed = owed.minus(used);
        }
    }

    private Money openTo(Voucher voucher) {
        var sum = Money.ZERO;
        for (int line : linesOf(voucher)) sum = sum.plus(open.get(line));
        return sum;
    }

    private List<Integer> linesOf(Voucher voucher) {
        return IntStream.range(0, open.size())
                .filter(line -> voucher.mayPay(command.lines().get(line)))
                .boxed()
                .toList();
    }

    /**
     * In proportion to what is open of its lines: each running total is rounded half up, and the shares are the
     * differences.
     */
    private List<VoucherShare> shares(Voucher voucher, Money used) {
        var shares = new ArrayList<VoucherShare>();
        var whole = openTo(voucher);
        var soFar = Money.ZERO;
        var given = Money.ZERO;
        for (int line : linesOf(voucher)) {
            soFar = soFar.plus(open.get(line));
            var upTo = Money.rounded(used.toYuan()
                    .multiply(soFar.toYuan())
                    .divide(whole.toYuan(), 2, RoundingMode.HALF_UP));
            var share = upTo.minus(given);
            given = upTo;
            if (share.isZero()) continue;
            shares.add(new VoucherShare(line, share));
            open.set(line, open.get(line).minus(share));
        }
        return shares;
    }

    /** All are asked one question before the next: an unknown voucher is told before a spent one. */
    private List<Voucher> vouchersNamed() {
        var named = command.payment().vouchers().stream().distinct().map(this::known).toList();
        for (var voucher : named) {
            if (voucher.isUsableAt(command.at())) continue;
            throw new Refused(
                    AccountRefusal.VOUCHER_SPENT,
                    "Voucher " + voucher.id() + " is used up or has lapsed; leave it out.");
        }
        for (var voucher : named) {
            if (voucher.isApplicableTo(command.lines())) continue;
            throw new Refused(
                    AccountRefusal.VOUCHER_NOT_APPLICABLE,
                    "Voucher " + voucher.id() + " " + conditionsOf(voucher) + "; leave it out, or order what it pays.");
        }
        return named;
    }

    private static String conditionsOf(Voucher voucher) {
        var products = voucher.products().stream().map(ProductCode::value).collect(Collectors.joining(", "));
        var lines = voucher.isOfSomeProducts() ? "lines of " + products : "an order";
        return "pays " + lines + (voucher.minimumSpend() == null ? "" : " of at least " + voucher.minimumSpend());
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
