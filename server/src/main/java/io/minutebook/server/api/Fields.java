package io.minutebook.server.api;

import io.minutebook.billing.Money;
import io.minutebook.reporting.days.Days;
import io.minutebook.server.problem.BadValue;
import io.minutebook.server.problem.Rejected;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request must give; whatever is amiss names the field and says what to send. */
final class Fields {

    private static final int MOST_DAYS = 366;
    private static final long HIGHEST_APPLICATION = 10_000_000_000_000_000L;

    private Fields() {}

    static <T> T given(String field, @Nullable T value) {
        if (value == null) throw Rejected.malformed(field + ": is missing; send it.");
        return value;
    }

    static String text(String field, @Nullable String value, int longest) {
        var text = given(field, value);
        if (text.isBlank() || text.length() > longest) {
            throw Rejected.malformed(field + ": send 1 to " + longest + " characters.");
        }
        return text;
    }

    /** As usage records name it; none that no record can name is sold anything. */
    static @Nullable Long application(String field, @Nullable Long value) {
        if (value != null && (value < 1 || value > HIGHEST_APPLICATION)) {
            throw Rejected.malformed(field + ": send the application's number, a whole number above zero.");
        }
        return value;
    }

    static Money positive(String field, @Nullable Money value) {
        var amount = given(field, value);
        if (!amount.isPositive()) throw Rejected.malformed(field + ": send an amount above zero.");
        return amount;
    }

    /** A text of a query, where it is given: no row holds what cannot be stored. */
    static @Nullable String searched(String field, @Nullable String value) {
        try {
            return value == null ? null : ApiValues.text(value);
        } catch (BadValue bad) {
            throw Rejected.malformed(field + ": " + bad.advice() + ".");
        }
    }

    /** Both days are included. */
    static Days days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) throw Rejected.malformed("to: send a date that is not before from.");
        if (to.isAfter(from.plusDays(MOST_DAYS - 1))) {
            throw Rejected.malformed("to: send a date less than " + MOST_DAYS + " days after from.");
        }
        return new Days(from, to);
    }

    static <T> List<T> list(String field, @Nullable List<@Nullable T> values, int longest) {
        var list = given(field, values);
        if (list.isEmpty() || list.size() > longest) {
            throw Rejected.malformed(field + ": send 1 to " + longest + " of them.");
        }
        return whole(field, list);
    }

    /** Absent means none. */
    static <T> List<T> listOrNone(String field, @Nullable List<@Nullable T> values, int longest) {
        return values == null || values.isEmpty() ? List.of() : list(field, values, longest);
    }

    private static <T> List<T> whole(String field, List<@Nullable T> list) {
        boolean isWhole = list.stream().allMatch(Objects::nonNull);
        if (!isWhole) throw Rejected.malformed(field + ": send no null in it.");
        return list.stream().map(Objects::requireNonNull).toList();
    }
}
