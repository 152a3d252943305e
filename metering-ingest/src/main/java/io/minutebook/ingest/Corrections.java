package io.minutebook.ingest;

import static io.minutebook.ingest.record.RecordRefusal.ACCOUNT_MISMATCH;
import static io.minutebook.ingest.record.RecordRefusal.ALREADY_SUPERSEDED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.ingest.record.RecordDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of the record that a correction names, and takes over its identity: every record is
 * superseded once. A correction whose predecessor has not arrived waits for it.
 */
final class Corrections {

    private static final String POINTER = "/data/supersedes";
    private static final Pattern ID_OF_A_CORRECTION = Pattern.compile(".*:r[0-9]+", Pattern.DOTALL);

    private final UsageReceipts receipts;
    private final RefusedRecords refusedRecords;
    private final BookedUsage booked;

    Corrections(UsageReceipts receipts, RefusedRecords refusedRecords, BookedUsage booked) {
        this.receipts = receipts;
        this.refusedRecords = refusedRecords;
        this.booked = booked;
    }

    /** How it ends for a correction. */
    sealed interface Outcome {

        /** It is booked, and these records are replaced by it. */
        record Accepted(Replaced replaced) implements Outcome {}

        record Refused(RefusedDelivery delivery) implements Outcome {}
    }

    /**
     * Walks from the record named to the one that is booked: those between were only ever refused. Nothing is
     * written before the end of the walk is known.
     */
    Outcome supersede(Claim correction) {
        var unbooked = new ArrayList<RecordId>();
        var record = correction.corrected().orElseThrow();
        while (true) {
            var receipt = receipts.lock(RecordDecoder.identityOf(record));
            if (receipt.isPresent()) return supersedeBooked(correction, record, receipt.get(), unbooked);
            var refused = refusedRecords.find(record, account(correction));
            if (refused.isEmpty() || refused.get().waiting()) return waitFor(record, correction);
            unbooked.add(record);
            var before = corrected(record, refused.get());
            if (before == null && isCorrection(record)) return waitForMended(record, correction);
            if (before == null) return replace(correction, unbooked, null);
            if (unbooked.contains(before) || before.equals(correction.id())) return waitForMended(record, correction);
            record = before;
        }
    }

    private static @Nullable RecordId corrected(RecordId record, RefusedRecords.Refused refused) {
        var id = refused.supersedes();
        return id == null || id.isEmpty() ? null : new RecordId(record.source(), id);
    }

    private static boolean isCorrection(RecordId record) {
        return ID_OF_A_CORRECTION.matcher(record.id()).matches();
    }

    private Outcome supersedeBooked(
            Claim correction, RecordId record, Receipt receipt, List<RecordId> unbooked) {
        if (receipt.superseded()) {
            return refused(correction.refusedAs(
                    ALREADY_SUPERSEDED, "another correction of this record is booked; send a correction of that one",
                    POINTER));
        }
        var event = booked.eventOf(record, receipt);
        if (!BookedUsage.usageIn(event).record().accountId().equals(account(correction))) {
            return refused(correction.refusedAs(
                    ACCOUNT_MISMATCH, "the corrected record belongs to another account", POINTER));
        }
        receipts.supersede(RecordDecoder.identityOf(record), correction.identity());
        return replace(correction, unbooked, event);
    }

    /** What was only ever refused can no longer be booked; a delivery that was faster wins, and all is judged anew. */
    private Outcome replace(Claim correction, List<RecordId> unbooked, @Nullable Object booking) {
        for (var record : unbooked) {
            boolean barred = receipts.bar(RecordDecoder.identityOf(record), correction.identity());
            if (!barred) throw new Overtaken(record);
        }
        return new Outcome.Accepted(new Replaced(unbooked, booking));
    }

    private static Outcome waitFor(RecordId record, Claim correction) {
        return refused(correction.waitingFor(
                new Awaited(record, true), "the corrected record is not booked yet; this one is taken up by itself once it is"));
    }

    private static Outcome waitForMended(RecordId record, Claim correction) {
        return refused(correction.waitingFor(
                new Awaited(record, false),
                "the corrected record is itself a refused correction that does not say of what; send that one"
                        + " mended, or a correction of the record that is booked"));
    }

    private static Outcome refused(RefusedDelivery delivery) {
        return new Outcome.Refused(delivery);
    }

    private static AccountId account(Claim correction) {
        return correction.readable().record().accountId();
    }
}
