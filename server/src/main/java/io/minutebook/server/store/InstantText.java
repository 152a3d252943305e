package io.minutebook.server.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/** Instants as {@link Instant#toString} writes and {@link Instant#parse} reads them, faster where they look as usual. */
final class InstantText {

    private static final long SECONDS_PER_DAY = 86_400;
    private static final long LAST_SECOND_OF_9999 = 253_402_300_799L;
    private static final int WITHOUT_FRACTION = "2025-01-31T15:59:59Z".length();
    private static final int WITH_MILLIS = "2025-01-31T15:59:59.999Z".length();

    private InstantText() {}

    static String write(Instant instant) {
        long seconds = instant.getEpochSecond();
        int millis = instant.getNano() / 1_000_000;
        boolean isUsual = seconds >= 0 && seconds <= LAST_SECOND_OF_9999 && instant.getNano() == millis * 1_000_000;
        return isUsual ? usual(seconds, millis) : instant.toString();
    }

    private static String usual(long seconds, int millis) {
        var date = LocalDate.ofEpochDay(seconds / SECONDS_PER_DAY);
        int ofDay = (int) (seconds % SECONDS_PER_DAY);
        var text = new byte[millis == 0 ? WITHOUT_FRACTION : WITH_MILLIS];
        put(text, 0, 4, date.getYear(), '-');
        put(text, 5, 2, date.getMonthValue(), '-');
        put(text, 8, 2, date.getDayOfMonth(), 'T');
        put(text, 11, 2, ofDay / 3600, ':');
        put(text, 14, 2, ofDay / 60 % 60, ':');
        put(text, 17, 2, ofDay % 60, millis == 0 ? 'Z' : '.');
        if (millis != 0) put(text, 20, 3, millis, 'Z');
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void put(byte[] text, int from, int digits, int value, char after) {
        int left = value;
        for (int i = from + digits - 1; i >= from; i--) {
            text[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        text[from + digits] = (byte) after;
    }

    static Instant read(String text) {
        return isUsual(text) ? usual(text) : Instant.parse(text);
    }

    private static boolean isUsual(String text) {
        int length = text.length();
        if (length != WITHOUT_FRACTION && length != WITH_MILLIS) return false;
        var shape = length == WITH_MILLIS ? "0000-00-00T00:00:00.000Z" : "0000-00-00T00:00:00Z";
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (shape.charAt(i) == '0' ? c < '0' || c > '9' : c != shape.charAt(i)) return false;
        }
        return number(text, 11, 2) < 24 && number(text, 14, 2) < 60 && number(text, 17, 2) < 60;
    }

    private static Instant usual(String text) {
        var date = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
        long seconds = date.toEpochDay() * SECONDS_PER_DAY
                + number(text, 11, 2) * 3600L + number(text, 14, 2) * 60L + number(text, 17, 2);
        long millis = text.length() == WITH_MILLIS ? number(text, 20, 3) : 0;
        return Instant.ofEpochSecond(seconds, millis * 1_000_000);
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) number = number * 10 + text.charAt(i) - '0';
        return number;
    }
}
