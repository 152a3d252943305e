package io.minutebook.ingest;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.ingest.record.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a record: the figures it would be billed with, or why it would be refused.
 *
 * @param meter null, like the other figures, for what would be a dead letter
 * @param reason null, like detail and pointer, for what would not
 * @param recordId as far as it could be read, like source and account id
 */
public record Forecast(
        Outcome outcome,
        @Nullable Meter meter,
        @Nullable Minutes billedMinutes,
        @Nullable BillingMonth month,
        @Nullable RecordRefusal reason,
        @Nullable String detail,
        @Nullable String pointer,
        @Nullable String recordId,
        @Nullable String source,
        @Nullable String accountId) {

    /** The three ends a record can come to. */
    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        DEAD_LETTER
    }

    static Forecast booked(Outcome outcome, MeteredUsage usage) {
        var record = usage.record();
        return new Forecast(
                outcome,
                usage.meter(),
                usage.billed(),
                usage.month(),
                null,
                null,
                null,
                record.id().id(),
                record.id().source(),
                record.accountId().value());
    }

    static Forecast refused(Unreadable refusal) {
        return new Forecast(
                Outcome.DEAD_LETTER,
                null,
                null,
                null,
                refusal.reason(),
                refusal.detail(),
                refusal.pointer(),
                refusal.recordId(),
                refusal.source(),
                refusal.accountId());
    }
}
