package io.minutebook.server.simulate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded chance: what it is asked for and the number of the thing decide what it rolls, never what was rolled
 * before.
 */
final class Dice {

    /** What a roll is about, so that no two decisions share their chance. */
    enum About {
        ACCOUNT(1),
        SESSION(2),
        DELIVERY(3),
        REPEAT(4),
        REVISION(5),
        REFUSAL(6),
        BAD_RECORD(7);

        private final long salt;

        About(int number) {
            this.salt = number * 0x9E3779B97F4A7C15L;
        }
    }

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Dice of(long seed, About about, long number) {
        return new Dice(mixed(mixed(seed) + about.salt) + number);
    }

    /** The finisher of MurmurHash3: near numbers become far ones. */
    static long mixed(long value) {
        long z = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return z ^ (z >>> 33);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    /** From the first to the last, both included. */
    long between(long first, long last) {
        return random.nextLong(first, last + 1);
    }

    boolean inPercent(int percent) {
        return below(100) < percent;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
