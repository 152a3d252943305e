package io.minutebook.server.verify;

import java.util.Comparator;

/**
 * A pack as the events so far leave it; granted = drawn + remaining + expired + refunded.
 *
 * @param included whether a plan includes it; such are drawn first
 * @param endMillis where its time ends: when it was refunded, else with its validity
 */
record HeldPack(
        String id,
        String unitPrice,
        boolean included,
        long boughtAtMillis,
        long validUntilMillis,
        long endMillis,
        Left left) {

    static final Comparator<HeldPack> DRAW_ORDER = Comparator.<HeldPack>comparingInt(pack -> pack.included() ? 0 : 1)
            .thenComparingLong(HeldPack::validUntilMillis)
            .thenComparingLong(HeldPack::boughtAtMillis)
            .thenComparing(HeldPack::id);

    /** Where the minutes of a pack are. */
    record Left(long granted, long drawn, long remaining, long expired, long refunded) {

        static Left of(Part balance) {
            return new Left(
                    balance.number("granted"),
                    balance.number("drawn"),
                    balance.number("remaining"),
                    balance.number("expired"),
                    balance.number("refunded"));
        }

        boolean isConserved() {
            boolean isNegative = granted < 0 || drawn < 0 || remaining < 0 || expired < 0 || refunded < 0;
            return !isNegative && granted == drawn + remaining + expired + refunded;
        }

        /** Takes so many from what remains and so many back out of what has expired. */
        Left drawn(long fromRemaining, long fromExpired) {
            return new Left(
                    granted, drawn + fromRemaining + fromExpired, remaining - fromRemaining, expired - fromExpired,
                    refunded);
        }
    }

    static HeldPack granted(Part grant) {
        long minutes = grant.number("minutes");
        return new HeldPack(
                grant.text("packId"),
                grant.text("unitPrice"),
                false,
                grant.millis("boughtAt"),
                grant.millis("validUntil"),
                grant.millis("validUntil"),
                new Left(minutes, 0, minutes, 0, 0));
    }

    static HeldPack ofMessages(Part grant) {
        long messages = grant.number("messages");
        return new HeldPack(
                grant.text("packId"),
                grant.text("unitPrice"),
                grant.flag("included"),
                grant.millis("validFrom"),
                grant.millis("validUntil"),
                grant.millis("validUntil"),
                new Left(messages, 0, messages, 0, 0));
    }

    /** Judged at the end of the call alone, so also minutes that have expired since; what was refunded is gone. */
    long usableAt(long endedAtMillis) {
        boolean isValid = boughtAtMillis <= endedAtMillis && endedAtMillis < endMillis;
        return isValid ? left.remaining() + left.expired() : 0;
    }

    HeldPack with(Left other) {
        return new HeldPack(id, unitPrice, included, boughtAtMillis, validUntilMillis, endMillis, other);
    }

    HeldPack endingAt(long millis) {
        return new HeldPack(id, unitPrice, included, boughtAtMillis, validUntilMillis, millis, left);
    }

    boolean isRefunded() {
        return endMillis < validUntilMillis;
    }
}
