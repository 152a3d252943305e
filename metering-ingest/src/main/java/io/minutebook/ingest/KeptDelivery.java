package io.minutebook.ingest;

import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.RecordRefusal;

/** A delivery as it lies among the dead letters, to the byte, and how it stands. */
record KeptDelivery(Delivery delivery, DeadLetterState state, RecordRefusal reason) {}
