package io.minutebook.billing;

import java.util.regex.Pattern;

/** One order; ids rise as text in order of creation. */
public record OrderId(String value) implements Comparable<OrderId> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    public OrderId {
        if (!isValid(value)) throw new IllegalArgumentException("1 to 40 letters, digits or hyphens expected");
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
