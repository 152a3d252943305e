package io.minutebook.billing;

import java.util.regex.Pattern;

/**
 * Something that people decide about an account, counted within it: {@code violation-000001}, {@code veto-000002}; as
 * text the numbers rise in order of creation.
 */
public record CaseNumber(String value) implements Comparable<CaseNumber> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    public CaseNumber {
        if (!isValid(value)) throw new IllegalArgumentException("1 to 40 letters, digits or hyphens expected");
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** The next one after so many of its kind. */
    public static CaseNumber after(int cases, String kind) {
        return new CaseNumber("%s-%06d".formatted(kind, cases + 1));
    }

    @Override
    public int compareTo(CaseNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
