package io.minutebook.server.simulate;

import io.minutebook.server.simulate.Dice.About;

/**
 * Spreads so many marks over so many places, evenly but for chance; asked for place after place, none is left
 * over.
 */
final class Marks {

    private final long seed;
    private final About about;
    private final long marks;
    private final long places;
    private long given;

    Marks(long seed, About about, long marks, long places) {
        this.seed = seed;
        this.about = about;
        this.marks = marks;
        this.places = places;
    }

    /** The number of the next mark, from 0. */
    long given() {
        return given;
    }

    /** Takes one mark that lies at this place or before it, if there is one. */
    boolean takeAt(long place) {
        if (given == marks || placeOf(given) > place) return false;
        given++;
        return true;
    }

    /** Never before that of a lower number. */
    private long placeOf(long mark) {
        long jitter = Dice.of(seed, about, mark).below(places);
        return Math.addExact(Math.multiplyExact(mark, places), jitter) / marks;
    }
}
