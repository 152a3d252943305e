package io.minutebook.ingest;

import java.util.function.Supplier;

/** Looks on while batches are booked, for whoever measures; it changes nothing of what is booked. */
public interface BatchWatch {

    /** For a node that nobody measures. */
    BatchWatch NONE = (_, booking) -> booking.get();

    /** Books, and answers or throws what the booking does. */
    Tally watch(PartitionBatch batch, Supplier<Tally> booking);
}
