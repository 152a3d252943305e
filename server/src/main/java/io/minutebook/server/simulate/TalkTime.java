package io.minutebook.server.simulate;

/**
 * How long people talk: many short calls, few very long ones, and now and then a length at the edge of a
 * minute.
 */
final class TalkTime {

    private static final long[] EDGES = {0, 1, 59_001, 59_999, 60_000, 60_001, 120_000, 120_001};

    /** Of a thousand calls, so many are shorter than the milliseconds beside. */
    private static final int[] THOUSANDTHS = {0, 50, 100, 250, 500, 750, 900, 950, 990, 999, 1_000};

    private static final long[] MILLIS = {
        1, 4_000, 9_000, 30_000, 85_000, 210_000, 480_000, 780_000, 1_900_000, 5_400_000, 10_800_000
    };

    private TalkTime() {}

    static long millis(Dice dice) {
        if (dice.inPercent(2)) return EDGES[dice.below(EDGES.length)];
        int drawn = dice.below(1_000);
        int step = 1;
        while (THOUSANDTHS[step] <= drawn) step++;
        return dice.between(MILLIS[step - 1], MILLIS[step]);
    }
}
