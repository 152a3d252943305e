package io.minutebook.ingest.record;

import org.jspecify.annotations.Nullable;

/** One header of a delivery, its value as the bytes that came. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are evidence; nobody compares headers.
public record Header(String key, byte @Nullable [] value) {}
