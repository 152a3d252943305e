package io.minutebook.reporting.explain;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.months.Months;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Party;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.Routing;
import io.minutebook.billing.usage.UsageRecord;
import io.minutebook.reporting.feed.FoundEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the record as it was received to the minutes it is billed and their month. */
final class RecordSteps {

    private RecordSteps() {}

    /**
     * From the record to its month.
     *
     * @param months as they were when it was booked; they are asked about usage that came late
     */
    static List<Step> of(FoundEvent booking, MeteredUsage usage, boolean bytesKept, Months months) {
        var steps = new ArrayList<Step>();
        steps.add(received(booking, usage.record(), bytesKept));
        steps.add(routed(usage));
        steps.add(billed(usage));
        steps.add(month(usage, months));
        return steps;
    }

    private static Step received(FoundEvent booking, UsageRecord record, boolean bytesKept) {
        var from = booking.provenance();
        return Step.of(
                "RECORD",
                fieldsOf(record),
                Parts.of("source", record.id().source())
                        .and("recordId", record.id().id())
                        .and("topic", from.get(Provenance.TOPIC))
                        .and("partition", from.get(Provenance.PARTITION))
                        .and("offset", from.get(Provenance.OFFSET))
                        .and("position", booking.stored().position())
                        .and("recordedAt", booking.stored().recordedAt())
                        .and("bytesKept", bytesKept));
    }

    private static Parts fieldsOf(UsageRecord record) {
        var fields = Parts.of("accountId", record.accountId()).and("applicationId", record.applicationId());
        return switch (record) {
            case CallLeg leg -> fieldsOf(leg, fields);
            case Recognition recognition -> fields
                    .and("sessionId", recognition.sessionId())
                    .and("legId", recognition.legId())
                    .and("revision", recognition.revision())
                    .and("supersedes", recognition.supersedes())
                    .and("mode", recognition.mode())
                    .and("feature", recognition.feature())
                    .and("startedAt", recognition.startedAt())
                    .and("endedAt", recognition.endedAt())
                    .and("audioMillis", recognition.audioMillis());
            case BotMessages messages -> fields
                    .and("batchId", messages.batchId())
                    .and("region", messages.region())
                    .and("count", messages.count())
                    .and("endedAt", messages.occurredAt());
        };
    }

    private static Parts fieldsOf(CallLeg leg, Parts fields) {
        return fields
                .and("sessionId", leg.sessionId())
                .and("legId", leg.legId())
                .and("revision", leg.revision())
                .and("supersedes", leg.supersedes())
                .and("legType", leg.legType())
                .and("network", leg.network())
                .and("direction", leg.direction())
                .and("mediaType", leg.mediaType())
                .and("serviceNumber", leg.serviceNumber())
                .and("serviceNumberType", leg.serviceNumberType())
                .and("serviceNumberOwnership", leg.serviceNumberOwnership())
                .and("caller", masked(leg.caller()))
                .and("callee", masked(leg.callee()))
                .and("startedAt", leg.startedAt())
                .and("answeredAt", leg.answeredAt())
                .and("endedAt", leg.endedAt())
                .and("disposition", leg.disposition());
    }

    private static @Nullable String masked(@Nullable Party party) {
        return party == null ? null : party.masked();
    }

    /** The first row of the table that fits. */
    private static Step routed(MeteredUsage usage) {
        var rule = Routing.ruleOf(usage.record());
        return Step.of(
                "ROUTE-" + rule.row(), decidingOf(usage.record()), Parts.of("row", rule.row()).and("meter", usage.meter()));
    }

    private static Parts decidingOf(UsageRecord record) {
        return switch (record) {
            case CallLeg leg -> Parts.of("legType", leg.legType())
                    .and("network", leg.network())
                    .and("direction", leg.direction())
                    .and("mediaType", leg.mediaType())
                    .and("serviceNumberType", leg.serviceNumberType())
                    .and("serviceNumberOwnership", leg.serviceNumberOwnership());
            case Recognition recognition -> Parts.of("mode", recognition.mode());
            case BotMessages messages -> Parts.of("region", messages.region());
        };
    }

    /** Each record is rounded by itself. */
    private static Step billed(MeteredUsage usage) {
        var billed = Parts.of("billedMinutes", usage.billed());
        if (usage.record() instanceof BotMessages messages) {
            return Step.of("PD-18", Parts.of("count", messages.count()).and("free", !usage.isCharged()), billed);
        }
        if (!usage.meter().drawsMinutes()) return Step.of("FREE", Parts.of("meter", usage.meter()), billed);
        var charged = usage.record().chargeableTime().toMillis();
        return Step.of("R-076", chargeable(usage.record()).and("chargedMillis", charged), billed);
    }

    private static Parts chargeable(UsageRecord record) {
        return record instanceof CallLeg leg
                ? Parts.of("answeredAt", leg.answeredAt()).and("endedAt", leg.endedAt())
                : new Parts();
    }

    private static Step month(MeteredUsage usage, Months months) {
        var end = Parts.of("endedAt", usage.endedAt()).and("zone", BusinessTime.ZONE.getId());
        if (usage.lateFrom() == null) return Step.of("PD-5", end, Parts.of("month", usage.month()));
        return Step.of(
                "LATE",
                end.and("monthOfEnd", BillingMonth.of(usage.endedAt()))
                        .and("earliestOpen", months.earliestOpen().orElseThrow()),
                Parts.of("month", usage.month()));
    }
}
