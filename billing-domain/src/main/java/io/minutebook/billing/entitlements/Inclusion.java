package io.minutebook.billing.entitlements;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of plan includes of an entitlement.
 *
 * @param quantity how many of its unit; null where nothing is counted
 * @param orMore whether that is the least there is
 * @param note how far it goes; null where nothing is left to say
 */
public record Inclusion(boolean included, @Nullable Long quantity, boolean orMore, @Nullable String note) {

    private static final Pattern WRITTEN = Pattern.compile("N|Y( (>=)?(0|[1-9][0-9]{0,8}))?");
    private static final int QUANTITY = 3;
    private static final int OR_MORE = 2;

    public Inclusion {
        if (!included && (quantity != null || note != null)) {
            throw new IllegalArgumentException("what is not included has no quantity and no note");
        }
    }

    /** {@code Y}, {@code N}, or how many: {@code Y 3}, {@code Y >=2}. */
    static Inclusion parse(String text, @Nullable String note) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("'" + text + "' where Y, N, Y 3 or Y >=2 is expected");
        }
        var quantity = written.group(QUANTITY);
        return new Inclusion(
                !text.equals("N"),
                quantity == null ? null : Long.valueOf(quantity),
                written.group(OR_MORE) != null,
                note);
    }
}
