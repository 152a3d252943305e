package io.minutebook.billing;

/** The account that owns the packs: 1 to 20 digits. */
public record AccountId(String value) implements Comparable<AccountId> {

    private static final int MOST_DIGITS = 20;

    public AccountId {
        if (!isValid(value)) throw new IllegalArgumentException("not an account id: 1 to 20 digits expected");
    }

    public static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
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
