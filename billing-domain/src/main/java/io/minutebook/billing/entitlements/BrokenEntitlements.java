package io.minutebook.billing.entitlements;

import org.jspecify.annotations.Nullable;

/** A file of entitlements breaks a rule, so nothing is judged by it; the message names file, line and rule. */
public final class BrokenEntitlements extends RuntimeException {

    BrokenEntitlements(String file, long line, String rule, @Nullable Throwable cause) {
        super(file + ", line " + line + ": " + rule, cause);
    }
}
