package io.minutebook.billing.corrections;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.PackId;
import io.minutebook.billing.usage.Meter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is corrected: an amount of money, or minutes of a pack; more than nothing.
 *
 * @param meter of the pack
 */
public record Adjustment(
        AdjustmentKind kind,
        @Nullable Money amount,
        @Nullable Minutes minutes,
        @Nullable PackId packId,
        @Nullable Meter meter) {

    public Adjustment {
        boolean isMoney = kind == AdjustmentKind.GOODWILL_CREDIT;
        boolean isWhole = isMoney
                ? amount != null && amount.isPositive() && minutes == null && packId == null && meter == null
                : amount == null && minutes != null && !minutes.isZero() && packId != null && meter != null;
        if (!isWhole) throw new IllegalArgumentException("no " + kind + ": " + amount + ", " + minutes);
    }

    public static Adjustment goodwill(Money amount) {
        return new Adjustment(AdjustmentKind.GOODWILL_CREDIT, amount, null, null, null);
    }

    Money credited() {
        return Objects.requireNonNull(amount);
    }

    Minutes moved() {
        return Objects.requireNonNull(minutes);
    }

    PackId pack() {
        return Objects.requireNonNull(packId);
    }

    Meter ofMeter() {
        return Objects.requireNonNull(meter);
    }
}
