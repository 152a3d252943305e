package io.minutebook.billing.catalogue;

import org.jspecify.annotations.Nullable;

/** A price book file breaks a rule, so nothing is sold from it; the message names file, line and rule. */
public final class BrokenPriceBook extends RuntimeException {

    BrokenPriceBook(String file, long line, String rule, @Nullable Throwable cause) {
        super(file + ", line " + line + ": " + rule, cause);
    }
}
