package io.minutebook.ingest;

import io.minutebook.ingest.record.Readable;
import java.util.ArrayList;
import java.util.List;

/** A batch and what each of its deliveries turned out to be. */
record ReadBatch(PartitionBatch batch, List<Reading> readings) {

    ReadBatch {
        readings = List.copyOf(readings);
    }

    /**
     * The same in parts that are booked one after the other, each in a transaction: a correction is a part of
     * its own, so that what it corrects is booked for good or not at all.
     */
    List<ReadBatch> parts() {
        var parts = new ArrayList<ReadBatch>();
        int from = 0;
        for (int i = 0; i < readings.size(); i++) {
            if (!isCorrection(readings.get(i))) continue;
            if (from < i) parts.add(part(from, i));
            parts.add(part(i, i + 1));
            from = i + 1;
        }
        if (from < readings.size() || parts.isEmpty()) parts.add(part(from, readings.size()));
        return parts;
    }

    private static boolean isCorrection(Reading reading) {
        return reading.decoded() instanceof Readable readable
                && new Claim(reading.delivery(), readable).isCorrection();
    }

    private ReadBatch part(int from, int until) {
        return new ReadBatch(batch.part(from, until), readings.subList(from, until));
    }
}
