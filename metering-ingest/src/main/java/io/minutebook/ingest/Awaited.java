package io.minutebook.ingest;

import io.minutebook.billing.usage.RecordId;

/**
 * The record a correction waits for.
 *
 * @param evenIfRefused whether it is enough that the record arrives and is refused; otherwise it must be booked
 */
record Awaited(RecordId record, boolean evenIfRefused) {}
