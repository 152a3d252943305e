package io.minutebook.ingest;

import java.time.InstantSource;

/** What all partitions of a node share to be booked. */
record IngestDesk(
        IngestOffsets offsets,
        Topics topics,
        BatchBooking booking,
        BatchWatch watch,
        InstantSource clock,
        int mostRecords) {

    /** Books all of the part or, by throwing, none of it. */
    Tally book(ReadBatch part) {
        return watch.watch(part.batch(), () -> booking.book(part));
    }

    /** Sets the one record of the batch aside as a dead letter. */
    void setAside(PartitionBatch batch, RuntimeException failure) {
        var _ = watch.watch(batch, () -> booking.setAside(batch, failure));
    }
}
