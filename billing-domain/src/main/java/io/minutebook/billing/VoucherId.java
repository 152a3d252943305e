package io.minutebook.billing;

import java.util.regex.Pattern;

/** One voucher of an account, named by whoever issued it. */
public record VoucherId(String value) implements Comparable<VoucherId> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    public VoucherId {
        if (!isValid(value)) throw new IllegalArgumentException("1 to 40 letters, digits or hyphens expected");
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(VoucherId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
