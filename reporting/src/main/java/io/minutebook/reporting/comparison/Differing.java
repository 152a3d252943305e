package io.minutebook.reporting.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Counts what differs between two sides of an account's rows, and keeps the first lines. */
final class Differing {

    private static final int MOST_KEPT = 100;

    private final List<RowDifference> first = new ArrayList<>();
    private long lines;

    Found found() {
        return new Found(lines, first);
    }

    void lacksLive(long position, String table, KeyedRow replayed) {
        add(new RowDifference(position, table, replayed.key(), null, null, replayed.text()));
    }

    void lacksReplayed(long position, String table, KeyedRow live) {
        add(new RowDifference(position, table, live.key(), null, live.text(), null));
    }

    /** Of two rows of the same key. */
    void differ(long position, String table, KeyedRow live, KeyedRow replayed) {
        for (int column = 0; column < live.columns().size(); column++) {
            var ours = live.values().get(column);
            var theirs = replayed.values().get(column);
            if (Objects.equals(ours, theirs)) continue;
            add(new RowDifference(position, table, live.key(), live.columns().get(column), ours, theirs));
        }
    }

    private void add(RowDifference difference) {
        lines++;
        if (first.size() < MOST_KEPT) first.add(difference);
    }
}
