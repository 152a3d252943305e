package io.minutebook.billing;

import java.util.regex.Pattern;

/** The account that owns the packs: 1 to 20 digits. */
public record AccountId(String value) implements Comparable<AccountId> {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,20}");

    public AccountId {
        if (!isValid(value)) throw new IllegalArgumentException("not an account id: 1 to 20 digits expected");
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
