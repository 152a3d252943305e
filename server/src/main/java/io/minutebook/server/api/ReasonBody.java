package io.minutebook.server.api;

import org.jspecify.annotations.Nullable;

/** Why a person decides something, kept for ever beside the decision. */
record ReasonBody(@Nullable String reason) {

    private static final int LONGEST = 500;

    String text() {
        return Fields.text("reason", reason, LONGEST);
    }
}
