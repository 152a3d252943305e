package io.minutebook.billing.account;

import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.VoucherId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left on a voucher; usable before validUntil.
 *
 * @param minimumSpend what the lines that it may pay must come to; null where any amount will do
 * @param products those that it may pay; empty where it may pay all
 */
public record Voucher(
        VoucherId id,
        Money left,
        @Nullable Instant validUntil,
        @Nullable Money minimumSpend,
        List<ProductCode> products) {

    public Voucher {
        products = List.copyOf(products);
    }

    boolean isUsableAt(Instant instant) {
        return left.isPositive() && (validUntil == null || instant.isBefore(validUntil));
    }

    boolean isDueBy(Instant instant) {
        return left.isPositive() && validUntil != null && !validUntil.isAfter(instant);
    }

    boolean isOfSomeProducts() {
        return !products.isEmpty();
    }

    boolean mayPay(PayableLine line) {
        return products.isEmpty() || products.contains(line.product());
    }

    /** Whether it may be used at all for these lines: one of its products is there, and its lines reach the minimum. */
    boolean isApplicableTo(List<PayableLine> lines) {
        var own = lines.stream().filter(this::mayPay).map(PayableLine::amount).toList();
        if (own.isEmpty()) return false;
        return minimumSpend == null || !minimumSpend.exceeds(Money.sum(own));
    }

    Voucher with(Money newLeft) {
        return new Voucher(id, newLeft, validUntil, minimumSpend, products);
    }
}
