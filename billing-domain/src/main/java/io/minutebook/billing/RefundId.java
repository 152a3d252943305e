package io.minutebook.billing;

import java.util.regex.Pattern;

/** One refund; ids rise as text in order of creation. */
public record RefundId(String value) implements Comparable<RefundId> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    public RefundId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("1 to 40 letters, digits or hyphens expected");
        }
    }

    @Override
    public int compareTo(RefundId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
