package io.minutebook.ingest;

import java.time.Instant;

/** Why, by whom and when it was decided that a dead letter will not be booked. */
public record Discard(String reason, String actor, Instant at) {}
