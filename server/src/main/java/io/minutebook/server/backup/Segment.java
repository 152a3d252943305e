package io.minutebook.server.backup;

import java.util.regex.Pattern;

/**
 * One file of the write-ahead log, 16 MiB of it.
 *
 * @param timeline which history it belongs to: each recovery begins a new one
 * @param number its place in the log; what follows has the next one, in whatever history
 */
record Segment(int timeline, long number) implements Comparable<Segment> {

    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");
    private static final int SEGMENTS_PER_LOG_BITS = 8;

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static Segment named(String name) {
        if (!isName(name)) throw new IllegalArgumentException("no segment: " + name);
        long log = Long.parseLong(name, 8, 16, 16);
        return new Segment(
                Integer.parseUnsignedInt(name, 0, 8, 16),
                log << SEGMENTS_PER_LOG_BITS | Long.parseLong(name, 16, 24, 16));
    }

    String name() {
        long last = number & (1L << SEGMENTS_PER_LOG_BITS) - 1;
        return "%08X%08X%08X".formatted(timeline, number >>> SEGMENTS_PER_LOG_BITS, last);
    }

    Segment next() {
        return new Segment(timeline, number + 1);
    }

    @Override
    public int compareTo(Segment other) {
        return Long.compare(number, other.number);
    }
}
