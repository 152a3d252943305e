package io.minutebook.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is due by an instant; it comes in the order of the due instants, the lowest id first among equals. */
public final class DueEvents<E> {

    private record Due<E>(Instant instant, ResourceId id, E event) {}

    private final Instant by;
    private final List<Due<E>> events = new ArrayList<>();

    public DueEvents(Instant by) {
        this.by = by;
    }

    /** Left out when it is not due yet. */
    public void add(Instant due, ResourceId id, E event) {
        if (!due.isAfter(by)) events.add(new Due<>(due, id, event));
    }

    public List<E> inOrder() {
        var order = Comparator.<Due<E>, Instant>comparing(Due::instant).thenComparing(Due::id);
        return events.stream().sorted(order).map(Due::event).toList();
    }
}
