package io.minutebook.server.simulate;

import io.minutebook.billing.usage.Meter;
import io.minutebook.ingest.record.RecordRefusal;

/** What a ledger must make of a delivery, known before it has seen it. */
public sealed interface Expectation {

    /**
     * An event of its account.
     *
     * @param minutes what it adds to the meter; a correction adds the difference, which may be negative
     */
    record Booked(Meter meter, long minutes) implements Expectation {}

    /** The same record as an earlier delivery. */
    record Repeated() implements Expectation {}

    /** A dead letter. */
    record Refused(RecordRefusal reason) implements Expectation {}
}
