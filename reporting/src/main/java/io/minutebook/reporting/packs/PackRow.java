package io.minutebook.reporting.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.MessagesGranted;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.Meter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pack with the balance its last event left.
 *
 * @param included whether a plan includes it, for the month that begins at boughtAt
 * @param refundedAt null where it was not refunded
 */
record PackRow(
        PackId id,
        PoolId pool,
        ProductCode product,
        UnitPrice unitPrice,
        boolean included,
        Instant boughtAt,
        Instant validUntil,
        @Nullable Instant refundedAt,
        Balance balance) {

    static PackRow of(PackGranted granted) {
        return new PackRow(
                granted.packId(),
                PoolId.ofMinutes(granted.accountId(), granted.meter()),
                granted.product(),
                granted.unitPrice(),
                false,
                granted.boughtAt(),
                granted.validUntil(),
                null,
                Balance.granted(granted.minutes()));
    }

    static PackRow of(MessagesGranted granted) {
        return new PackRow(
                granted.packId(),
                PoolId.ofMessages(granted.accountId(), granted.applicationId()),
                granted.product(),
                granted.unitPrice(),
                granted.included(),
                granted.validFrom(),
                granted.validUntil(),
                null,
                Balance.granted(new Minutes(granted.messages())));
    }

    static PoolId poolOf(ResultSet row) throws SQLException {
        return new PoolId(
                new AccountId(row.getString("account_id")),
                Meter.valueOf(row.getString("meter")),
                row.getObject("application_id", Long.class));
    }

    /** What a plan includes is there once its month has begun. */
    boolean isThereAt(Instant instant) {
        return !included || !boughtAt.isAfter(instant);
    }

    PackRow with(Balance left) {
        return new PackRow(id, pool, product, unitPrice, included, boughtAt, validUntil, refundedAt, left);
    }

    PackRow refunded(Instant at) {
        return new PackRow(id, pool, product, unitPrice, included, boughtAt, validUntil, at, balance);
    }
}
