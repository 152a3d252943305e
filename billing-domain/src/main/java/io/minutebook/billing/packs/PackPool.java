package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.usage.MeteredUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The packs of one pool in the order they are drawn: what plans include first, then earliest expiry. In a pool of bot
 * messages every minute stands for a message.
 */
public record PackPool(List<Pack> packs) {

    public static final PackPool EMPTY = new PackPool(List.of());

    public PackPool {
        packs = List.copyOf(packs);
    }

    /**
     * Minutes that no pack covers are stated as a fact, never dropped; minutes that lapsed after the call
     * ended still cover it.
     */
    public MinutesDrawn draw(MeteredUsage usage) {
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

    /** Minutes go back to the very packs they came from, to {@code expired} where that pack's time is over. */
    DrawReversed reverse(ReverseDraw command) {
        var booked = command.booked();
        var returns = new ArrayList<Return>();
        for (var draw : booked.draws()) returns.add(returnTo(pack(draw.packId()), draw.minutes(), command.at()));
        var supersededBy = command.correction().usage().record().id();
        return new DrawReversed(booked.usage(), supersededBy, returns, booked.uncovered());
    }

    private static Return returnTo(Pack pack, Minutes minutes, Instant at) {
        if (pack.isOverBy(at)) {
            return new Return(pack.id(), minutes, minutes, pack.balance().giveBackExpired(minutes));
        }
        return new Return(pack.id(), minutes, Minutes.ZERO, pack.balance().giveBack(minutes));
    }

    /** What remains of it; nothing where it is used up. */
    PackRefunded refund(RefundPack command) {
        var pack = pack(command.packId());
        return new PackRefunded(
                command.poolId().accountId(),
                command.poolId().meter(),
                pack.id(),
                command.refundId(),
                command.at(),
                pack.balance().remaining(),
                pack.balance().refund());
    }

    public Pack pack(PackId id) {
        return packs.stream().filter(pack -> pack.id().equals(id)).findFirst().orElseThrow();
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

    MessagesGranted grant(GrantMessages command) {
        return new MessagesGranted(
                command.accountId(),
                command.applicationId(),
                command.packId(),
                command.product(),
                command.messages(),
                command.unitPrice(),
                command.included(),
                command.validFrom(),
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
                command.poolId().accountId(),
                command.poolId().meter(),
                pack.id(),
                pack.validUntil(),
                pack.balance().remaining(),
                pack.balance().expire());
    }

    public PackPool evolve(PackEvent event) {
        return switch (event) {
            case PackGranted granted -> with(packOf(granted));
            case MessagesGranted granted -> with(packOf(granted));
            case MinutesDrawn drawn -> after(drawn.draws());
            case PackExpired expired -> replacing(expired.packId(), pack -> pack.with(expired.balance()));
            case DrawReversed reversed -> afterReturns(reversed.returns());
            case PackRefunded refunded -> replacing(refunded.packId(), pack -> pack.refunded(refunded));
        };
    }

    private static Pack packOf(PackGranted granted) {
        return new Pack(
                granted.packId(),
                granted.unitPrice(),
                false,
                granted.boughtAt(),
                granted.validUntil(),
                null,
                Balance.granted(granted.minutes()));
    }

    private static Pack packOf(MessagesGranted granted) {
        return new Pack(
                granted.packId(),
                granted.unitPrice(),
                granted.included(),
                granted.validFrom(),
                granted.validUntil(),
                null,
                Balance.granted(new Minutes(granted.messages())));
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

    private PackPool afterReturns(List<Return> returns) {
        var pool = this;
        for (var back : returns) pool = pool.replacing(back.packId(), pack -> pack.with(back.balance()));
        return pool;
    }

    private PackPool replacing(PackId id, UnaryOperator<Pack> change) {
        return new PackPool(packs.stream()
                .map(pack -> pack.id().equals(id) ? change.apply(pack) : pack)
                .toList());
    }
}
