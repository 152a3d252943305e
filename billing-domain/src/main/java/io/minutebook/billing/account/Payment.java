package io.minutebook.billing.account;

import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the buyer wants to pay: vouchers first and in this order, then each amount given exactly; what is still
 * owed comes from the kinds not given: gift, then revenue share, then cash.
 */
public record Payment(
        List<VoucherId> vouchers, @Nullable Money gift, @Nullable Money revenueShare, @Nullable Money cash) {

    public static final Payment UNSPECIFIED = new Payment(List.of(), null, null, null);

    public Payment {
        vouchers = List.copyOf(vouchers);
        requireNotNegative(gift);
        requireNotNegative(revenueShare);
        requireNotNegative(cash);
    }

    private static void requireNotNegative(@Nullable Money given) {
        if (given == null || given.fen() >= 0) return;
        throw new IllegalArgumentException("a payment of " + given);
    }
}
