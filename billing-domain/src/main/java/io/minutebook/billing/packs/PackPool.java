package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.Reminders.Reminder;
import io.minutebook.billing.usage.MeteredUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /**
     * The levels that a draw takes packs down to, for the first time of each pack; decided before the draw is part of
     * this state. Nearly every draw reaches none.
     *
     * @param percents of what was granted
     */
    List<PackLevelReached> levelsReached(MinutesDrawn drawn, List<Integer> percents) {
        var reached = new ArrayList<PackLevelReached>(0);
        for (var draw : drawn.draws()) {
            for (int percent : percents) {
                if (draw.goesDownTo(percent) && pack(draw.packId()).tells(percent)) {
                    reached.add(levelReached(drawn.usage(), draw, percent));
                }
            }
        }
        return reached;
    }

    private static PackLevelReached levelReached(MeteredUsage usage, Draw draw, int percent) {
        var pool = PoolId.of(usage);
        return new PackLevelReached(
                pool.accountId(),
                pool.meter(),
                pool.applicationId(),
                draw.packId(),
                percent,
                draw.balance().granted(),
                draw.balance().remaining(),
                usage.endedAt());
    }

    /** Those that minutes taken by hand take a pack down to, likewise. */
    List<PackLevelReached> levelsReached(MinutesAdjusted adjusted, List<Integer> percents) {
        var pack = pack(adjusted.packId());
        var balance = adjusted.balance();
        return percents.stream()
                .filter(percent -> adjusted.goesDownTo(percent) && pack.tells(percent))
                .map(percent -> new PackLevelReached(
                        adjusted.accountId(), adjusted.meter(), null, pack.id(), percent, balance.granted(),
                        balance.remaining(), adjusted.adjustedAt()))
                .toList();
    }

    /** Minutes go back to the very packs they came from, to {@code expired} where that pack's time is over. */
    DrawReversed reverse(ReverseDraw command) {
        var booked = command.booked();
        var returns = new ArrayList<Return>();
        for (var draw : booked.draws()) returns.add(returnTo(pack(draw.packId()), draw.minutes(), command.at()));
        var supersededBy = command.correction().usage().record().id();
        return new DrawReversed(booked.usage(), supersededBy, returns, booked.uncovered(), command.lateIn());
    }

    /** What a person has given back of it before does not go back twice. */
    private static Return returnTo(Pack pack, Minutes minutes, Instant at) {
        var back = minutes.min(pack.balance().drawn());
        var byHand = back.equals(minutes) ? null : minutes.minus(back);
        if (pack.isOverBy(at)) {
            return new Return(pack.id(), minutes, back, byHand, pack.balance().giveBackExpired(back));
        }
        return new Return(pack.id(), minutes, Minutes.ZERO, byHand, pack.balance().giveBack(back));
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

    MinutesAdjusted adjust(AdjustMinutes command) {
        var pack = pack(command.packId());
        requireAdjustable(pack, command);
        var balance = pack.balance();
        return new MinutesAdjusted(
                command.poolId().accountId(),
                command.poolId().meter(),
                pack.id(),
                command.adjustmentId(),
                command.minutes(),
                command.returned(),
                command.at(),
                command.returned() ? balance.giveBack(command.minutes()) : balance.draw(command.minutes()));
    }

    private static void requireAdjustable(Pack pack, AdjustMinutes command) {
        var balance = pack.balance();
        if (pack.isOverBy(command.at())) {
            throw new Refused(PackRefusal.PACK_OVER, pack.id() + " has ended; credit money instead.");
        }
        if (command.returned() && command.minutes().compareTo(balance.drawn()) > 0) {
            throw new Refused(
                    PackRefusal.MINUTES_NOT_DRAWN, balance.drawn() + " minutes of it are drawn; return no more.");
        }
        if (!command.returned() && command.minutes().compareTo(balance.remaining()) > 0) {
            throw new Refused(
                    PackRefusal.MINUTES_NOT_LEFT, balance.remaining() + " minutes of it are left; take no more.");
        }
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

    /** What time brings: the ends that are announced, then what lapses; each at the instant it was due. */
    List<PackEvent> pass(PassPackTime command) {
        var due = new ArrayList<PackEvent>(announce(command));
        due.addAll(expire(command));
        return due;
    }

    private List<PackExpiryAnnounced> announce(PassPackTime command) {
        return packs.stream()
                .flatMap(pack -> pack.remindersBy(command.now()).stream()
                        .map(reminder -> announced(command.poolId(), pack, reminder)))
                .sorted(Comparator.comparing(PackExpiryAnnounced::announcedAt))
                .toList();
    }

    private static PackExpiryAnnounced announced(PoolId pool, Pack pack, Reminder reminder) {
        return new PackExpiryAnnounced(
                pool.accountId(),
                pool.meter(),
                pool.applicationId(),
                pack.id(),
                reminder.daysBefore(),
                reminder.due(),
                pack.validUntil(),
                pack.balance().remaining());
    }

    /** When time next changes anything here; an empty pack ends unnoticed. */
    public Optional<Instant> nextDue() {
        return packs.stream()
                .filter(pack -> !pack.balance().remaining().isZero())
                .map(Pack::nextDue)
                .min(Comparator.naturalOrder());
    }

    /** One fact per pack, each at the instant it was due. */
    List<PackExpired> expire(PassPackTime command) {
        return packs.stream()
                .filter(pack -> pack.lapsesBy(command.now()))
                .map(pack -> expired(command, pack))
                .toList();
    }

    private static PackExpired expired(PassPackTime command, Pack pack) {
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
            case PackLevelReached level -> replacing(level.packId(), pack -> pack.told(level.percent()));
            case PackExpiryAnnounced said -> replacing(said.packId(), pack -> pack.reminded(said.daysBefore()));
            case PackExpired expired -> replacing(expired.packId(), pack -> pack.with(expired.balance()));
            case DrawReversed reversed -> afterReturns(reversed.returns());
            case MinutesAdjusted adjusted -> replacing(adjusted.packId(), pack -> pack.with(adjusted.balance()));
            case PackRefunded refunded -> replacing(refunded.packId(), pack -> pack.refunded(refunded));
        };
    }

    private static Pack packOf(PackGranted granted) {
        return Pack.granted(
                granted.packId(),
                granted.unitPrice(),
                false,
                granted.boughtAt(),
                granted.validUntil(),
                granted.minutes());
    }

    private static Pack packOf(MessagesGranted granted) {
        return Pack.granted(
                granted.packId(),
                granted.unitPrice(),
                granted.included(),
                granted.validFrom(),
                granted.validUntil(),
                new Minutes(granted.messages()));
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
