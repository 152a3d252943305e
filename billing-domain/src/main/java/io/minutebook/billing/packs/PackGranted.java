package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Stored;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;

/** A pack was bought and is usable in [boughtAt, validUntil). */
@Stored(name = "packs.pack-granted", version = 1)
public record PackGranted(
        AccountId accountId,
        Meter meter,
        PackId packId,
        ProductCode product,
        Minutes minutes,
        UnitPrice unitPrice,
        Instant boughtAt,
        Instant validUntil,
        OrderId orderId)
        implements PackEvent {}
