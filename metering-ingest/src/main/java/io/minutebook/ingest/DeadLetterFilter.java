package io.minutebook.ingest;

import io.minutebook.billing.AccountId;
import io.minutebook.ingest.record.RecordRefusal;
import org.jspecify.annotations.Nullable;

/** Which dead letters are asked for; null stands for any. */
public record DeadLetterFilter(
        @Nullable RecordRefusal reason, @Nullable DeadLetterState state, @Nullable AccountId accountId) {

    public static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null);
}
