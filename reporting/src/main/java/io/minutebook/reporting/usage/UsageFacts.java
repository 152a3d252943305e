package io.minutebook.reporting.usage;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
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
                .map(draw -> new PackDraw(draw.packId(), draw.minutes()))
                .toList();
        return rowOf(event.usage(), event.drawn(), event.uncovered(), draws);
    }

    static UsageRow rowOf(UsageListed event) {
        return rowOf(event.usage(), Minutes.ZERO, Minutes.ZERO, List.of());
    }

    private static UsageRow rowOf(MeteredUsage usage, Minutes drawn, Minutes uncovered, List<PackDraw> draws) {
        return switch (usage.record()) {
            case CallLeg leg -> new UsageRow(
                    usage.month(), leg.accountId(), leg.applicationId(), leg.id().id(), leg.sessionId(), leg.legId(),
                    leg.legType(), usage.meter(), leg.direction(), leg.serviceNumber(), masked(leg.caller()),
                    masked(leg.callee()), leg.startedAt(), leg.answeredAt(), leg.endedAt(),
                    seconds(leg.chargeableTime()), usage.billed(), drawn, uncovered, draws, usage.lateFrom());
            case Recognition recognition -> new UsageRow(
                    usage.month(), recognition.accountId(), recognition.applicationId(), recognition.id().id(),
                    recognition.sessionId(), recognition.legId(), null, usage.meter(), null, null, null, null,
                    recognition.startedAt(), null, recognition.endedAt(), seconds(recognition.chargeableTime()),
                    usage.billed(), drawn, uncovered, draws, usage.lateFrom());
            case BotMessages messages -> new UsageRow(
                    usage.month(), messages.accountId(), messages.applicationId(), messages.id().id(), null, null,
                    null, usage.meter(), null, null, null, null, null, null, messages.occurredAt(), null,
                    usage.billed(), drawn, uncovered, draws, usage.lateFrom());
        };
    }

    private static @Nullable String masked(@Nullable Party party) {
        return party == null ? null : party.masked();
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }
}
