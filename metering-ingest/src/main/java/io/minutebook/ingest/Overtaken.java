package io.minutebook.ingest;

import io.minutebook.billing.usage.RecordId;
import org.axonframework.common.AxonTransientException;

/** A record was booked while a correction was about to take its place unbooked; the correction is judged anew. */
final class Overtaken extends AxonTransientException {

    Overtaken(RecordId record) {
        super(record + " was booked meanwhile");
    }
}
