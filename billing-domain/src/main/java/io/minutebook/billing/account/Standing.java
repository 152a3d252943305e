package io.minutebook.billing.account;

/** How an account stands with the rules of access, from best to worst. */
public enum Standing {
    GOOD,
    /** Told, and on record; everything goes on. */
    WARNED,
    /** Nothing is sold to it and nothing refunded; what it uses is metered as ever. */
    SUSPENDED,
    /** As suspended, for ever. */
    BANNED;

    public boolean mayOrder() {
        return compareTo(SUSPENDED) < 0;
    }

    Standing worse(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
