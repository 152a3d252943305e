package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.UnitPrice;

/**
 * Minutes one call took from one pack, and the balance it left there.
 *
 * @param minutes all that was taken
 * @param fromExpired the part of it that had lapsed after the call ended and was taken back
 */
public record Draw(PackId packId, Minutes minutes, Minutes fromExpired, UnitPrice unitPrice, Balance balance) {

    private static final int WHOLE = 100;

    /** Whether it left no more than so many percent of what was granted, where more had remained before it. */
    boolean goesDownTo(int percent) {
        long level = balance.granted().value() * percent;
        long after = balance.remaining().value();
        long before = after + minutes.value() - fromExpired.value();
        return after * WHOLE <= level && before * WHOLE > level;
    }
}
