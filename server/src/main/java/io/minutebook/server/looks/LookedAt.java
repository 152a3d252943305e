package io.minutebook.server.looks;

import org.jspecify.annotations.Nullable;

/** Who looked at what, whenever it was. */
record LookedAt(
        String key,
        String role,
        @Nullable String accountId,
        String operation,
        @Nullable String subject,
        boolean fullNumbers) {}
