package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.usage.MeteredUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The minute packs an account holds for one meter, in the order they are drawn: earliest expiry first. */
public record PackPool(List<Pack> packs) {

    static final PackPool EMPTY = new PackPool(List.of());

    public PackPool {
        packs = List.copyOf(packs);
    }

    /**
     * Minutes that no pack covers are stated as a fact, never dropped; minutes that lapsed after the call
     * ended still cover it.
     */
    MinutesDrawn draw(MeteredUsage usage) {
        var draws = new ArrayList<Draw>();
        var owed = usage.billed();
        for (var pack : packs) {
            if (owed.isZero()) break;
            var drawn = pack.drawableFor(usage.endedAt()).min(owed);
            if (drawn.isZero()) continue;
            draws.add(drawFrom(pack, drawn));
            owed = owed.minus(drawn);
        }
        return new MinutesDrawn(usage, draws, owed);
    }

    private static Draw drawFrom(Pack pack, Minutes drawn) {
        var left = pack.balance().draw(drawn);
        var fromExpired = pack.balance().expired().minus(left.expired());
        return new Draw(pack.id(), drawn, fromExpired, pack.unitPrice(), left);
    }

    PackGranted grant(GrantPack command) {
        return new PackGranted(
                command.accountId(),
                command.meter(),
                command.packId(),
                command.product(),
                command.minutes(),
                command.unitPrice(),
                command.boughtAt(),
                command.validUntil(),
                command.orderId());
    }

    /** One fact per pack, each at the instant it was due. */
    List<PackExpired> expire(ExpirePacks command) {
        return packs.stream()
                .filter(pack -> pack.lapsesBy(command.now()))
                .map(pack -> expired(command, pack))
                .toList();
    }

    private static PackExpired expired(ExpirePacks command, Pack pack) {
        return new PackExpired(
                command.accountId(),
                command.meter(),
                pack.id(),
                pack.validUntil(),
                pack.balance().remaining(),
                pack.balance().expire());
    }

    public PackPool evolve(PackEvent event) {
        return switch (event) {
            case PackGranted granted -> with(packOf(granted));
            case MinutesDrawn drawn -> after(drawn.draws());
            case PackExpired expired -> replacing(expired.packId(), pack -> pack.with(expired.balance()));
        };
    }

    private static Pack packOf(PackGranted granted) {
        return new Pack(
                granted.packId(),
                granted.unitPrice(),
                granted.boughtAt(),
                granted.validUntil(),
                Balance.granted(granted.minutes()));
    }

    private PackPool with(Pack added) {
        var all = new ArrayList<>(packs);
        all.add(added);
        all.sort(Pack.DRAW_ORDER);
        return new PackPool(all);
    }

    private PackPool after(List<Draw> draws) {
        var pool = this;
        for (var draw : draws) pool = pool.replacing(draw.packId(), pack -> pack.with(draw.balance()));
        return pool;
    }

    private PackPool replacing(PackId id, UnaryOperator<Pack> change) {
        return new PackPool(packs.stream()
                .map(pack -> pack.id().equals(id) ? change.apply(pack) : pack)
                .toList());
    }
}
