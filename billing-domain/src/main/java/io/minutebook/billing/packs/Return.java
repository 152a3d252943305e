package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import org.jspecify.annotations.Nullable;

/**
 * Minutes one call gave back to the pack it had drawn them from, and the balance that left there.
 *
 * @param minutes all that the call had drawn
 * @param toExpired the part of it that is no longer usable, for the pack's validity was over by then
 * @param byHand the part of it that a person had given back before, which did not go back again; null where there is none
 */
public record Return(
        PackId packId, Minutes minutes, Minutes toExpired, @Nullable Minutes byHand, Balance balance) {

    public Return(PackId packId, Minutes minutes, Minutes toExpired, Balance balance) {
        this(packId, minutes, toExpired, null, balance);
    }

    /** What is drawn no more. */
    public Minutes moved() {
        return byHand == null ? minutes : minutes.minus(byHand);
    }
}
