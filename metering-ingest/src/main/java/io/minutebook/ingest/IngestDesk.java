package io.minutebook.ingest;

import java.time.InstantSource;

/** What all partitions of a node share to be booked. */
record IngestDesk(
        IngestOffsets offsets, Topics topics, BatchBooking booking, InstantSource clock, int mostRecords) {}
