package io.minutebook.reporting.history;

import java.time.Instant;

/** What the ledger knew: all that was recorded up to a position, with ends judged at an instant. */
public record Knowledge(long position, Instant at) {}
