package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the test clock shall stand. */
record ClockBody(@Schema(requiredMode = REQUIRED) @Nullable Instant now) {}
