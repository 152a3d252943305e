package io.minutebook.billing.entitlements;

import java.util.regex.Pattern;

/** The number of an entitlement in the price guide; a letter tells the rows of one entry apart. */
public record EntitlementCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("E-[0-9]{3}[a-z]?");
    private static final int LENGTH_OF_ENTRY = 5;

    public EntitlementCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a code such as E-013 or E-074a expected");
        }
    }

    /** The entry of the guide that the row belongs to. */
    EntitlementCode entry() {
        return isRow() ? new EntitlementCode(value.substring(0, LENGTH_OF_ENTRY)) : this;
    }

    boolean isRow() {
        return value.length() > LENGTH_OF_ENTRY;
    }

    @Override
    public String toString() {
        return value;
    }
}
