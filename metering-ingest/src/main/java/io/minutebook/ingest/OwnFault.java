package io.minutebook.ingest;

import static io.minutebook.ingest.record.RecordRefusal.PROCESSING_FAILED;

import io.minutebook.billing.usage.RecordId;
import io.minutebook.ingest.record.Decoded;
import io.minutebook.ingest.record.Readable;
import io.minutebook.ingest.record.Unreadable;

/** The refusal of a record that the ledger itself fails on. */
final class OwnFault {

    private OwnFault() {}

    /** The failure's message may quote the record, so only its name is told; the log has the rest. */
    static String detailOf(RuntimeException failure) {
        return "booking failed by a fault of the ledger (%s); retry once it is mended"
                .formatted(failure.getClass().getSimpleName());
    }

    /** Tells of the record what could be read of it. */
    static Unreadable refusalOf(Decoded decoded, RuntimeException failure) {
        var detail = detailOf(failure);
        return switch (decoded) {
            case Readable readable -> {
                RecordId id = readable.record().id();
                var account = readable.record().accountId().value();
                yield new Unreadable(
                        PROCESSING_FAILED, detail, null, id.source(), id.id(), account, Claim.supersededBy(readable.record()));
            }
            case Unreadable refusal -> new Unreadable(
                    PROCESSING_FAILED,
                    detail,
                    null,
                    refusal.source(),
                    refusal.recordId(),
                    refusal.accountId(),
                    refusal.supersedes());
        };
    }
}
