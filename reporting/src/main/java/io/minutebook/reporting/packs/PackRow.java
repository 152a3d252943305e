package io.minutebook.reporting.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;

/** A pack with the balance its last event left. */
record PackRow(
        PackId id,
        AccountId accountId,
        Meter meter,
        ProductCode product,
        UnitPrice unitPrice,
        Instant boughtAt,
        Instant validUntil,
        Balance balance) {

    static PackRow of(PackGranted granted) {
        return new PackRow(
                granted.packId(),
                granted.accountId(),
                granted.meter(),
                granted.product(),
                granted.unitPrice(),
                granted.boughtAt(),
                granted.validUntil(),
                Balance.granted(granted.minutes()));
    }

    PackRow with(Balance left) {
        return new PackRow(id, accountId, meter, product, unitPrice, boughtAt, validUntil, left);
    }
}
