package io.minutebook.reporting.journal;

import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.MalformedCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a posting stands in the list.
 *
 * @param key of the row that it was read from, in the part's own columns
 * @param line of the postings of that row, from 1 on
 */
record JournalPlace(JournalPart part, List<String> key, int line) {

    private static final int PARTS_BESIDE_THE_KEY = 2;

    JournalPlace {
        key = List.copyOf(key);
    }

    Cursor cursor() {
        var all = new ArrayList<String>();
        all.add(part.name());
        all.add(Integer.toString(line));
        all.addAll(key);
        while (all.size() < PARTS_BESIDE_THE_KEY + JournalPart.LONGEST_KEY) all.add("");
        return new Cursor(all);
    }

    static JournalPlace of(String cursor) {
        var all = Cursor.decode(cursor, PARTS_BESIDE_THE_KEY + JournalPart.LONGEST_KEY).key();
        try {
            var part = JournalPart.valueOf(all.getFirst());
            int end = PARTS_BESIDE_THE_KEY + part.keyLength();
            var key = all.subList(PARTS_BESIDE_THE_KEY, end);
            if (part == JournalPart.EVENTS) requireNumbers(key);
            return new JournalPlace(part, key, Integer.parseInt(all.get(1)));
        } catch (IllegalArgumentException e) {
            throw new MalformedCursor(e);
        }
    }

    private static void requireNumbers(List<String> key) {
        var _ = Long.parseLong(key.getFirst());
        var _ = Integer.parseInt(key.getLast());
    }
}
