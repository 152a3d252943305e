package io.minutebook.reporting.alerts;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something an account should know of, raised once per cause: the same cause has the same id, however often it is
 * worked out.
 *
 * @param accountId null of a refused record that names no account
 * @param raisedAt when its cause was recorded
 * @param subject the id of the pack, resource, order, dead letter or comparison, or the meter, that it is about
 * @param message a sentence for people
 * @param event the event it follows from; none of a refused record and of a comparison
 */
public record Alert(
        String alertId,
        @Nullable AccountId accountId,
        AlertKind kind,
        Instant raisedAt,
        String subject,
        String message,
        @Nullable Event event) {

    /** Where in the ledger its cause lies. */
    public record Event(long position, String type) {}

    /** A comparison found that a live read model of the account is wrong: it is about no event. */
    public static Alert ofDifference(long comparison, AccountId accountId, long lines, Instant foundAt) {
        return new Alert(
                AlertKind.READ_MODEL_DIFFERS.slug() + ":" + comparison + ":" + accountId,
                accountId,
                AlertKind.READ_MODEL_DIFFERS,
                foundAt,
                Long.toString(comparison),
                "Read models of account " + accountId + " differ from its events in " + lines
                        + " places: see comparison " + comparison + " of GET /api/v1/projections/comparisons.",
                null);
    }

    /** A usage record was refused: the dead letter is the cause, and no event. */
    public static Alert ofRefusal(long deadLetter, @Nullable AccountId accountId, String reason, Instant receivedAt) {
        return new Alert(
                AlertKind.RECORD_REFUSED.slug() + ":" + deadLetter,
                accountId,
                AlertKind.RECORD_REFUSED,
                receivedAt,
                Long.toString(deadLetter),
                "A usage record was refused as " + reason + " and is not booked; dead letter " + deadLetter
                        + " says why and what to do.",
                null);
    }
}
