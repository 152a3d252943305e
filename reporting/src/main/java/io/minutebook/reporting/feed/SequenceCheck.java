package io.minutebook.reporting.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that one reader sees each stream's events one after the other. It remembers the last event of the streams
 * seen lately; for any other stream the predecessor must be stored at a lower index.
 */
final class SequenceCheck {

    /** Where the event before the given one is stored, for those that are. */
    interface Predecessors {
        Map<String, Long> positionsOf(List<LedgerEvent> successors);
    }

    private final Predecessors predecessors;
    private final Map<String, Long> lastSeen;

    SequenceCheck(Predecessors predecessors, int streamsRemembered) {
        this.predecessors = predecessors;
        this.lastSeen = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > streamsRemembered;
            }
        };
    }

    void check(List<LedgerEvent> rows) {
        requirePredecessors(firstOfUnknownStreams(rows));
        rows.forEach(this::requireNext);
    }

    private List<LedgerEvent> firstOfUnknownStreams(List<LedgerEvent> rows) {
        var firsts = new LinkedHashMap<String, LedgerEvent>();
        for (var row : rows) {
            if (lastSeen.get(row.stream()) == null) firsts.putIfAbsent(row.stream(), row);
        }
        return List.copyOf(firsts.values());
    }

    private void requirePredecessors(List<LedgerEvent> firsts) {
        var successors = firsts.stream().filter(row -> row.sequence() > 0).toList();
        var positions = successors.isEmpty() ? Map.<String, Long>of() : predecessors.positionsOf(successors);
        for (var row : successors) {
            var position = positions.get(row.stream());
            if (position == null || position >= row.position()) {
                throw new SequenceBroken(row.stream(), row.sequence() - 1, row.sequence(), row.position());
            }
        }
        firsts.forEach(row -> lastSeen.put(row.stream(), row.sequence() - 1));
    }

    private void requireNext(LedgerEvent row) {
        var last = lastSeen.put(row.stream(), row.sequence());
        if (last != null && last + 1 != row.sequence()) {
            throw new SequenceBroken(row.stream(), last + 1, row.sequence(), row.position());
        }
    }
}
