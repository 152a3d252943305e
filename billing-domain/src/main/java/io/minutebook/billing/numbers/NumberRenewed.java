package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A number was paid for further months, by order or of itself at its end; they begin where the last one ends. */
@Stored(name = "numbers.number-renewed", version = 1)
public record NumberRenewed(
        AccountId accountId,
        OrderId orderId,
        ResourceId resourceId,
        Instant renewedAt,
        boolean automatic,
        PaidTerm term)
        implements NumberEvent {}
