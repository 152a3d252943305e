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

    /** Whether it left no more than so many percent of what was granted, where more had remained before it. */
    boolean goesDownTo(int percent) {
        return balance.wentDownTo(percent, balance.remaining().value() + minutes.value() - fromExpired.value());
    }
}
