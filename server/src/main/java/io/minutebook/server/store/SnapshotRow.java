package io.minutebook.server.store;

import java.time.Instant;
import org.axonframework.serialization.SerializedObject;

/** What a stream had become with the event of that sequence, as it is stored. */
record SnapshotRow(String stream, long sequence, Instant recordedAt, SerializedObject<String> state) {}
