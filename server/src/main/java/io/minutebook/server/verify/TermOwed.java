package io.minutebook.server.verify;

import org.jspecify.annotations.Nullable;

/** A paid term as an event states it; its started days that are left are still owed. */
record TermOwed(
        String account,
        String orderId,
        long fromMillis,
        long untilMillis,
        long paidFen,
        @Nullable Long endedAtMillis) {

    private static final long DAY_MILLIS = 86_400_000;

    /** Nothing once it has ended. */
    long owedAt(long millis) {
        if (endedAtMillis != null || millis >= untilMillis) return 0;
        return paidFen - earnedBy(millis);
    }

    /** What the journal defers for it before days are counted: all, or what had passed when it ended early. */
    long kept() {
        return endedAtMillis == null ? paidFen : earnedBy(endedAtMillis);
    }

    private long earnedBy(long millis) {
        if (millis <= fromMillis) return 0;
        long days = startedDays(untilMillis - fromMillis);
        return Fen.share(paidFen, days - startedDays(untilMillis - millis), days);
    }

    private static long startedDays(long millis) {
        return (millis + DAY_MILLIS - 1) / DAY_MILLIS;
    }

    TermOwed endedAt(long millis) {
        return endedAtMillis != null
                ? this
                : new TermOwed(account, orderId, fromMillis, untilMillis, paidFen, millis);
    }

    @Override
    public String toString() {
        return "%d fen in [%d, %d), ended %s".formatted(paidFen, fromMillis, untilMillis, endedAtMillis);
    }
}
