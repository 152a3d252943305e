package io.minutebook.billing;

import java.util.regex.Pattern;

/** A plan, an add-on, a number or a trial; ids rise as text in order of creation, so that the lowest is the oldest. */
public record ResourceId(String value) implements Comparable<ResourceId> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    public ResourceId {
        if (!isValid(value)) throw new IllegalArgumentException("1 to 40 letters, digits or hyphens expected");
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(ResourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
