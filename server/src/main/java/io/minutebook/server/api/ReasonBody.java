package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a person decides something, kept for ever beside the decision. */
record ReasonBody(
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 500) @Nullable String reason) {

    private static final int LONGEST = 500;

    String text() {
        return Fields.text("reason", reason, LONGEST);
    }
}
