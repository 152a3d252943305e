package io.minutebook.ingest.record;

import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.UsageRecord;
import java.util.UUID;

/**
 * A usage record that keeps every rule that can be judged without the database.
 *
 * @param identity the first 128 bits of SHA-256 over source and id: one record for ever
 * @param content the first 128 bits of SHA-256 over the fields as they were read: equal for the same record
 */
@SuppressWarnings("AvoidCommonTypeNames") // Nothing in this module deals in java.lang.Readable.
public record Readable(UsageRecord record, Meter meter, UUID identity, UUID content, Numbers numbers)
        implements Decoded {}
