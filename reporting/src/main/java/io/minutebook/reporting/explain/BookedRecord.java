package io.minutebook.reporting.explain;

import io.minutebook.billing.usage.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * A record that was booked, and from where on its events are found.
 *
 * @param from the event that booked it lies at this position or later
 * @param withdrawnFrom the event that took it back lies at this position or later; null where none has
 * @param bytesKept whether its bytes as received are still there
 */
public record BookedRecord(RecordId id, long from, @Nullable Long withdrawnFrom, boolean bytesKept) {}
