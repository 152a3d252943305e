package io.minutebook.server.clock;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is due first of all that is due by an instant.
 *
 * @param last where the page ends: what is due after it may be missing; null where nothing is
 */
record DuePage(SortedSet<Due> due, Instant by, @Nullable Due last) {

    DuePage {
        due = Collections.unmodifiableSortedSet(new TreeSet<>(due));
    }

    /**
     * Of several lists, each in order and with so many entries at most.
     *
     * @param limit a list of that length may go on
     */
    static DuePage of(List<List<Due>> lists, Instant by, int limit) {
        var last = lists.stream()
                .filter(list -> list.size() == limit)
                .map(List::getLast)
                .min(Due::compareTo)
                .orElse(null);
        var all = new TreeSet<Due>();
        lists.stream().flatMap(Collection::stream).filter(due -> isWithin(due, last)).forEach(all::add);
        return new DuePage(all, by, last);
    }

    /** Whether something that falls due next is to be done along with this page. */
    boolean reaches(Due next) {
        return !next.at().isAfter(by) && isWithin(next, last);
    }

    private static boolean isWithin(Due due, @Nullable Due last) {
        return last == null || due.compareTo(last) <= 0;
    }

    boolean isEmpty() {
        return due.isEmpty();
    }
}
