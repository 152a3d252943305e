package io.minutebook.ingest;

import org.slf4j.MDC;

/** Names in each line of the log the place on Kafka that is being worked at, until it is left. */
record LogPlace(MDC.MDCCloseable partition, MDC.MDCCloseable offset) implements AutoCloseable {

    static final String PARTITION = "kafka.partition";
    static final String OFFSET = "kafka.offset";

    static LogPlace at(PartitionBatch batch) {
        return new LogPlace(
                MDC.putCloseable(PARTITION, batch.topic() + "-" + batch.partition()),
                MDC.putCloseable(OFFSET, Long.toString(batch.expectedOffset())));
    }

    @Override
    public void close() {
        offset.close();
        partition.close();
    }
}
