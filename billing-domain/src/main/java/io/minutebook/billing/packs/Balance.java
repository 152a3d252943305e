package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;

/** Where the minutes of a pack are: granted = drawn + remaining + expired + refunded, each a whole number. */
public record Balance(Minutes granted, Minutes drawn, Minutes remaining, Minutes expired, Minutes refunded) {

    private static final int WHOLE = 100;

    public Balance {
        var accounted = drawn.plus(remaining).plus(expired).plus(refunded);
        if (!granted.equals(accounted)) {
            throw new IllegalArgumentException("granted " + granted + " minutes, accounted for " + accounted);
        }
    }

    public static Balance granted(Minutes minutes) {
        return new Balance(minutes, Minutes.ZERO, minutes, Minutes.ZERO, Minutes.ZERO);
    }

    /** What a call may draw that ended while the pack was valid: also minutes that have lapsed since. */
    Minutes drawable() {
        return remaining.plus(expired);
    }

    /** Takes from what remains first, then back out of what expired. */
    Balance draw(Minutes minutes) {
        var fromRemaining = minutes.min(remaining);
        var fromExpired = minutes.minus(fromRemaining);
        return new Balance(
                granted, drawn.plus(minutes), remaining.minus(fromRemaining), expired.minus(fromExpired), refunded);
    }

    /** Drawn minutes return to what remains. */
    Balance giveBack(Minutes minutes) {
        return new Balance(granted, drawn.minus(minutes), remaining.plus(minutes), expired, refunded);
    }

    /** Drawn minutes return to a pack that is no longer valid. */
    Balance giveBackExpired(Minutes minutes) {
        return new Balance(granted, drawn.minus(minutes), remaining, expired.plus(minutes), refunded);
    }

    /** What remains is bought back; what lapsed is not. */
    Balance refund() {
        return new Balance(granted, drawn, Minutes.ZERO, expired, refunded.plus(remaining));
    }

    /** Whether no more than so many percent of what was granted remain, where more had remained before. */
    boolean wentDownTo(int percent, long remainedBefore) {
        long level = granted.value() * percent;
        return remaining.value() * WHOLE <= level && remainedBefore * WHOLE > level;
    }

    Balance expire() {
        return new Balance(granted, drawn, Minutes.ZERO, expired.plus(remaining), refunded);
    }
}
