package io.minutebook.server.api;

import java.time.Instant;

/**
 * A place in the ledger's past: what was recorded up to a position, with whatever ends by time judged at an instant.
 */
public record Moment(long position, Instant at) {}
