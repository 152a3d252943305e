package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;

/**
 * Minutes one call gave back to the pack it had drawn them from, and the balance that left there.
 *
 * @param minutes all that the call had drawn; the balance says whether a person had given some of it back before
 * @param toExpired the part of it that is no longer usable, for the pack's validity was over by then
 */
public record Return(PackId packId, Minutes minutes, Minutes toExpired, Balance balance) {}
