package io.minutebook.ingest.record;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads a date and time with offset; what is finer than a millisecond is cut off, never rounded up. */
final class Rfc3339 {

    private static final int FRACTION_START = 20;
    private static final int MAX_FRACTION_DIGITS = 9;
    private static final int NOT_DIGITS = -1;
    private static final long NEVER = Long.MIN_VALUE;
    private static final int NOWHERE = Integer.MIN_VALUE;

    private Rfc3339() {}

    /** Null: no such date, no offset, or a spelling that RFC 3339 does not know. */
    static @Nullable Instant parse(String text) {
        if (text.length() < FRACTION_START || !hasSeparators(text)) return null;
        int fractionEnd = endOfFraction(text);
        int offsetSeconds = fractionEnd < 0 ? NOWHERE : offsetSeconds(text, fractionEnd);
        long localSeconds = localSeconds(text);
        if (offsetSeconds == NOWHERE || localSeconds == NEVER) return null;
        long millis = fractionMillis(text, fractionEnd);
        return Instant.ofEpochMilli((localSeconds - offsetSeconds) * 1000 + millis);
    }

    private static boolean hasSeparators(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    /** Seconds since 1970 on the wall clock of the text, or NEVER where no clock ever shows it. */
    private static long localSeconds(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (year < 0 || month < 1 || month > 12 || day < 1) return NEVER;
        if (hour < 0 || minute < 0 || second < 0) return NEVER;
        if (hour > 23 || minute > 59 || second > 59) return NEVER;
        var yearMonth = YearMonth.of(year, month);
        if (day > yearMonth.lengthOfMonth()) return NEVER;
        return yearMonth.atDay(day).toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second;
    }

    /** Where the offset begins, or -1 if a fraction is empty or too long. */
    private static int endOfFraction(String text) {
        if (text.charAt(FRACTION_START - 1) != '.') return FRACTION_START - 1;
        int end = FRACTION_START;
        while (end < text.length() && isDigit(text.charAt(end))) end++;
        int count = end - FRACTION_START;
        return count >= 1 && count <= MAX_FRACTION_DIGITS ? end : -1;
    }

    private static long fractionMillis(String text, int end) {
        int shown = Math.min(end, FRACTION_START + 3);
        if (shown <= FRACTION_START) return 0;
        int value = digits(text, FRACTION_START, shown);
        return switch (shown - FRACTION_START) {
            case 1 -> value * 100L;
            case 2 -> value * 10L;
            default -> value;
        };
    }

    /** Seconds east of Greenwich, or NOWHERE where there is no offset. */
    private static int offsetSeconds(String text, int start) {
        int left = text.length() - start;
        if (left == 1) return text.charAt(start) == 'Z' || text.charAt(start) == 'z' ? 0 : NOWHERE;
        if (left != 6 || text.charAt(start + 3) != ':') return NOWHERE;
        int hours = digits(text, start + 1, start + 3);
        int minutes = digits(text, start + 4, start + 6);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return NOWHERE;
        int seconds = hours * 3600 + minutes * 60;
        return switch (text.charAt(start)) {
            case '+' -> seconds;
            case '-' -> -seconds;
            default -> NOWHERE;
        };
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) return NOT_DIGITS;
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
