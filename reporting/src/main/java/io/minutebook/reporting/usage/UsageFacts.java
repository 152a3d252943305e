package io.minutebook.reporting.usage;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Party;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.UsageListed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What events say about usage, as rows of the usage detail. */
final class UsageFacts {

    private UsageFacts() {}

    static UsageRow rowOf(MinutesDrawn event) {
        var draws = event.draws().stream()
                .map(draw -> new PackDraw(draw.packId(), draw.minutes().value()))
                .toList();
        return booked(event.usage(), event.drawn().value(), event.uncovered().value(), draws);
    }

    static UsageRow rowOf(UsageListed event) {
        return booked(event.usage(), 0, 0, List.of());
    }

    /** The late line of a record whose month is closed: what it counted is taken back. */
    static UsageRow rowOf(DrawReversed event, BillingMonth lateIn) {
        long uncovered = event.uncovered().value();
        var draws = event.returns().stream()
                .map(back -> new PackDraw(back.packId(), -back.minutes().value()))
                .toList();
        return takenBack(event.usage(), lateIn, uncovered - event.usage().billed().value(), -uncovered, draws);
    }

    static UsageRow rowOf(ListingWithdrawn event, BillingMonth lateIn) {
        return takenBack(event.usage(), lateIn, 0, 0, List.of());
    }

    private static UsageRow booked(MeteredUsage usage, long drawn, long uncovered, List<PackDraw> draws) {
        return rowOf(usage, usage.month(), usage.lateFrom(), 1, drawn, uncovered, draws);
    }

    private static UsageRow takenBack(
            MeteredUsage usage, BillingMonth lateIn, long drawn, long uncovered, List<PackDraw> draws) {
        return rowOf(usage, lateIn, BillingMonth.of(usage.endedAt()), -1, drawn, uncovered, draws);
    }

    private static UsageRow rowOf(
            MeteredUsage usage,
            BillingMonth month,
            @Nullable BillingMonth lateFrom,
            int sign,
            long drawn,
            long uncovered,
            List<PackDraw> draws) {
        long billed = sign * usage.billed().value();
        return switch (usage.record()) {
            case CallLeg leg -> new UsageRow(
                    month, leg.accountId(), leg.applicationId(), leg.id().id(), leg.sessionId(), leg.legId(),
                    leg.legType(), usage.meter(), leg.direction(), leg.serviceNumber(), masked(leg.caller()),
                    masked(leg.callee()), leg.startedAt(), leg.answeredAt(), leg.endedAt(),
                    seconds(leg.chargeableTime(), sign), billed, drawn, uncovered, draws, lateFrom);
            case Recognition recognition -> new UsageRow(
                    month, recognition.accountId(), recognition.applicationId(), recognition.id().id(),
                    recognition.sessionId(), recognition.legId(), null, usage.meter(), null, null, null, null,
                    recognition.startedAt(), null, recognition.endedAt(), seconds(recognition.chargeableTime(), sign),
                    billed, drawn, uncovered, draws, lateFrom);
            case BotMessages messages -> new UsageRow(
                    month, messages.accountId(), messages.applicationId(), messages.id().id(), null, null,
                    null, usage.meter(), null, null, null, null, null, null, messages.occurredAt(), null,
                    billed, drawn, uncovered, draws, lateFrom);
        };
    }

    private static @Nullable String masked(@Nullable Party party) {
        return party == null ? null : party.masked();
    }

    private static BigDecimal seconds(Duration duration, int sign) {
        return BigDecimal.valueOf(sign * duration.toMillis(), 3);
    }
}
