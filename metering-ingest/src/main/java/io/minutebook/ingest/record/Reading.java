package io.minutebook.ingest.record;

import io.minutebook.billing.usage.UsageRecord;

/**
 * A record whose fields are each well formed.
 *
 * @param expectedId the id that follows from its fields
 * @param statedMillis the duration as the producer states it
 */
record Reading(UsageRecord record, String expectedId, long statedMillis, Numbers numbers) {}
