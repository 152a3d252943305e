package io.minutebook.billing.account;

import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is left on a voucher; usable before validUntil. */
public record Voucher(VoucherId id, Money left, @Nullable Instant validUntil) {

    boolean isUsableAt(Instant instant) {
        return left.isPositive() && (validUntil == null || instant.isBefore(validUntil));
    }

    Voucher with(Money newLeft) {
        return new Voucher(id, newLeft, validUntil);
    }
}
