package io.minutebook.server.simulate;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Deliveries that wait for their turn, some of them held back by so many places; what is bounded is the
 * holding back.
 */
final class Outbox {

    private record Held(long turn, long number, Generated delivery) {}

    private final PriorityQueue<Held> held =
            new PriorityQueue<>(Comparator.comparingLong(Held::turn).thenComparingLong(Held::number));
    private long turn;
    private long number;

    void put(long places, Generated delivery) {
        held.add(new Held(turn + places, number++, delivery));
    }

    void nextTurn() {
        turn++;
    }

    /** Whether anything is due at this turn. */
    boolean isDue() {
        return !held.isEmpty() && held.element().turn <= turn;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    Generated take() {
        return held.remove().delivery;
    }
}
