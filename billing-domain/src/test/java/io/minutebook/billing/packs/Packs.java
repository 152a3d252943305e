package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.Usages;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;

/** Packs for tests. */
final class Packs {

    static final Instant NEW_YEAR = Instant.parse("2024-12-31T16:00:00Z");
    static final Instant YEAR_LATER = Instant.parse("2026-01-01T16:00:00Z");

    private Packs() {}

    static GrantPack pack(String id, long minutes) {
        return pack(id, minutes, NEW_YEAR, YEAR_LATER);
    }

    static GrantPack pack(String id, long minutes, Instant boughtAt, Instant validUntil) {
        return new GrantPack(
                Usages.ACCOUNT,
                Meter.LANDLINE_OUTBOUND,
                new PackId(id),
                new ProductCode("landline-outbound-custom"),
                new Minutes(minutes),
                UnitPrice.of("0.15"),
                boughtAt,
                validUntil,
                new OrderId("O1"));
    }

    static PassPackTime expireAt(Instant now) {
        return new PassPackTime(PoolId.ofMinutes(Usages.ACCOUNT, Meter.LANDLINE_OUTBOUND), now);
    }

    static PackPool pool(GrantPack... packs) {
        var pool = PackPool.EMPTY;
        for (var pack : packs) pool = pool.evolve(pool.grant(pack));
        return pool;
    }

    static PackPool after(PackPool pool, PassPackTime command) {
        for (var event : pool.expire(command)) pool = pool.evolve(event);
        return pool;
    }
}
