package io.minutebook.server.months;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A close that waits for ingest.
 *
 * @param dueAt by the ledger's clock
 * @param waited by real time
 * @param ends what lay on Kafka when it fell due; null until Kafka has told
 */
record BegunClose(Instant dueAt, String askedBy, Duration waited, @Nullable Map<Integer, Long> ends) {}
