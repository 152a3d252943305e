package io.minutebook.ingest.record;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a JSON number by its value, 6e4 like 60000; its digits are counted before the number is made. */
final class WholeNumber {

    /** Fifteen digits and a sign fit a long whatever they are. */
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern SMALL_ENOUGH =
            Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,2})?");
    private static final int LONG_BITS = 63;

    private WholeNumber() {}

    /** Null: not whole, beyond a long, or spelled with more digits than any such number needs. */
    static @Nullable Long parse(String number) {
        if (PLAIN.matcher(number).matches()) return Long.valueOf(number);
        if (!SMALL_ENOUGH.matcher(number).matches()) return null;
        var exact = new BigDecimal(number).stripTrailingZeros();
        if (exact.scale() > 0) return null;
        var whole = exact.toBigIntegerExact();
        return whole.bitLength() <= LONG_BITS ? Long.valueOf(whole.longValueExact()) : null;
    }
}
