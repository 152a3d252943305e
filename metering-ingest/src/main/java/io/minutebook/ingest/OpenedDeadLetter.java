package io.minutebook.ingest;

import org.jspecify.annotations.Nullable;

/** A dead letter with its value as received; null where Kafka delivered none. */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record OpenedDeadLetter(DeadLetter letter, byte @Nullable [] value) {}
