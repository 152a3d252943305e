package io.minutebook.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the test clock shall stand. */
record ClockBody(@Nullable Instant now) {}
