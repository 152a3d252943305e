package io.minutebook.ingest.record;

import io.minutebook.ingest.record.Value.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, or the attributes of an event, each read under a rule of the contract. What
 * is read becomes part of the canonical form; what nobody reads is ignored, whatever it holds. Null is as
 * good as absent, and of two fields with one name the last counts.
 */
final class Fields {

    private static final String A_TIME = "a date and time with offset, such as 2025-01-31T23:59:59.123+08:00";
    private static final String A_TEXT = "a text without NUL and lone surrogates";

    private final Map<String, Value> values = new HashMap<>();
    private final String base;
    private final CanonicalForm form;

    /** @param base the JSON pointer of the object these are the fields of */
    Fields(String base, CanonicalForm form) {
        this.base = base;
        this.form = form;
    }

    void put(String name, Value value) {
        values.put(name, value);
    }

    void clear() {
        values.clear();
    }

    boolean holdsObject(String name) {
        return values.getOrDefault(name, Value.NULL).kind() == Kind.OBJECT;
    }

    /** The text as sent, to show where a refused record came from; null if the ledger cannot keep it. */
    @Nullable String shown(String name) {
        var value = values.getOrDefault(name, Value.NULL);
        return value.isCleanText() ? value.text() : null;
    }

    void demand(String name, String rule) {
        demand(name, () -> rule);
    }

    private void demand(String name, Supplier<String> rule) {
        if (present(name) == null) throw missing(name, rule.get());
    }

    String text(String name) {
        demand(name, A_TEXT);
        return text(name, 1, Integer.MAX_VALUE, () -> "a text that is not empty");
    }

    /** Counts characters as people do, not surrogates. */
    String text(String name, int min, int max) {
        return text(name, min, max, () -> "a text of " + min + " to " + max + " characters");
    }

    String text(String name, Predicate<String> shape, String rule) {
        demand(name, rule);
        var text = optionalText(name);
        if (text == null || !shape.test(text)) throw wrong(name, rule);
        return text;
    }

    @Nullable String optionalText(String name) {
        var text = unnotedText(name);
        if (text != null) form.note(name, text);
        return text;
    }

    @Nullable String optionalText(String name, int min, int max) {
        return present(name) == null ? null : text(name, min, max);
    }

    /** A text whose place in the canonical form somebody else takes care of. */
    @Nullable String unnotedText(String name) {
        var value = present(name);
        if (value == null) return null;
        if (!value.isCleanText()) throw wrong(name, A_TEXT);
        return value.text();
    }

    long wholeNumber(String name, long min, long max) {
        demand(name, () -> wholeFrom(min, max));
        return wholeNumber(name, min, max, min);
    }

    long wholeNumber(String name, long min, long max, long fallback) {
        var value = present(name);
        long number = value == null ? fallback : numberWithin(name, value, min, max);
        form.note(name, Long.toString(number));
        return number;
    }

    @Nullable Integer optionalInteger(String name) {
        if (present(name) == null) return null;
        return Math.toIntExact(wholeNumber(name, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        var choice = optionalChoice(name, type);
        if (choice == null) throw missing(name, oneOf(type));
        return choice;
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E fallback) {
        var choice = optionalChoice(name, type);
        if (choice != null) return choice;
        form.note(name, fallback.name());
        return fallback;
    }

    <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        var value = present(name);
        if (value == null) return null;
        if (value.kind() != Kind.TEXT) throw wrong(name, oneOf(type));
        try {
            var choice = Enum.valueOf(type, value.text());
            form.note(name, choice.name());
            return choice;
        } catch (IllegalArgumentException unknown) {
            throw wrong(name, oneOf(type));
        }
    }

    Instant instant(String name) {
        var instant = optionalInstant(name);
        if (instant == null) throw missing(name, A_TIME);
        return instant;
    }

    @Nullable Instant optionalInstant(String name) {
        var value = present(name);
        if (value == null) return null;
        var instant = value.kind() == Kind.TEXT ? Rfc3339.parse(value.text()) : null;
        if (instant == null) throw wrong(name, A_TIME);
        form.note(name, Long.toString(instant.toEpochMilli()));
        return instant;
    }

    void note(String name, String value) {
        form.note(name, value);
    }

    Fault fault(RecordRefusal reason, String name, String detail) {
        return new Fault(reason, base + "/" + name, detail);
    }

    Fault malformed(String name, String detail) {
        return fault(RecordRefusal.MALFORMED, name, detail);
    }

    private @Nullable Value present(String name) {
        var value = values.get(name);
        return value == null || value.kind() == Kind.NULL ? null : value;
    }

    private String text(String name, int min, int max, Supplier<String> rule) {
        demand(name, rule);
        var text = optionalText(name);
        int length = text == null ? 0 : text.codePointCount(0, text.length());
        if (text == null || length < min || length > max) throw wrong(name, rule.get());
        return text;
    }

    private long numberWithin(String name, Value value, long min, long max) {
        var number = value.kind() == Kind.NUMBER ? WholeNumber.parse(value.text()) : null;
        if (number == null || number < min || number > max) throw wrong(name, wholeFrom(min, max));
        return number;
    }

    private Fault missing(String name, String rule) {
        return malformed(name, name + " is missing: send " + rule);
    }

    /** The value itself is not repeated: it may be a person's number, or anything else. */
    private Fault wrong(String name, String rule) {
        return malformed(name, name + " cannot be read: send " + rule);
    }

    private static String wholeFrom(long min, long max) {
        return "a whole number from " + min + " to " + max;
    }

    private static String oneOf(Class<? extends Enum<?>> type) {
        return "one of " + Arrays.toString(type.getEnumConstants());
    }
}
