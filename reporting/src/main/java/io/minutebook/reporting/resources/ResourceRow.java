package io.minutebook.reporting.resources;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.chat.ChatPlanBought;
import io.minutebook.billing.chat.ChatTrialStarted;
import io.minutebook.billing.chat.LicencesBought;
import io.minutebook.billing.chat.MessagePackBought;
import io.minutebook.billing.numbers.NumberRented;
import io.minutebook.billing.seats.AddOnBought;
import io.minutebook.billing.seats.PlanBought;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it was bought or tried, with what has changed since.
 *
 * @param latest whole: nothing of it is null
 */
record ResourceRow(
        ResourceId id,
        AccountId accountId,
        ResourceKind kind,
        ResourcePart part,
        @Nullable Long applicationId,
        @Nullable Region region,
        long quantity,
        Instant validFrom,
        ResourceChange latest) {

    static ResourceRow of(PlanBought bought) {
        return new ResourceRow(
                bought.resourceId(), bought.accountId(), ResourceKind.SEATS, ResourcePart.PLAN, bought.applicationId(), null,
                bought.quantity(), bought.term().from(),
                latest(bought.product(), bought.term().from(), bought.term().until()));
    }

    static ResourceRow of(AddOnBought bought) {
        return new ResourceRow(
                bought.resourceId(), bought.accountId(), ResourceKind.SEATS, ResourcePart.ADD_ON, bought.applicationId(), null,
                bought.quantity(), bought.term().from(),
                latest(bought.product(), bought.term().from(), bought.term().until()));
    }

    /** What is tried is one plan with what it includes. */
    static ResourceRow of(SeatTrialStarted started) {
        return new ResourceRow(
                started.resourceId(), started.accountId(), ResourceKind.SEATS, ResourcePart.TRIAL, started.applicationId(), null,
                1, started.startedAt(), latest(started.product(), started.startedAt(), started.validUntil()));
    }

    static ResourceRow of(ChatPlanBought bought) {
        return new ResourceRow(
                bought.resourceId(), bought.accountId(), ResourceKind.CHAT, ResourcePart.PLAN, bought.applicationId(),
                bought.region(), bought.quantity(), bought.term().from(),
                latest(bought.product(), bought.term().from(), bought.term().until()));
    }

    static ResourceRow of(LicencesBought bought) {
        return new ResourceRow(
                bought.resourceId(), bought.accountId(), ResourceKind.CHAT, ResourcePart.ADD_ON, bought.applicationId(),
                bought.region(), bought.quantity(), bought.term().from(),
                latest(bought.product(), bought.term().from(), bought.term().until()));
    }

    static ResourceRow of(MessagePackBought bought) {
        return new ResourceRow(
                bought.resourceId(), bought.accountId(), ResourceKind.CHAT, ResourcePart.PACK, bought.applicationId(),
                bought.region(), 1, bought.boughtAt(),
                latest(bought.product(), bought.boughtAt(), bought.validUntil()));
    }

    static ResourceRow of(ChatTrialStarted started) {
        return new ResourceRow(
                started.resourceId(), started.accountId(), ResourceKind.CHAT, ResourcePart.TRIAL, started.applicationId(),
                started.region(), 1, started.startedAt(),
                latest(started.product(), started.startedAt(), started.validUntil()));
    }

    static ResourceRow of(NumberRented rented) {
        var term = rented.term();
        return new ResourceRow(
                rented.resourceId(), rented.accountId(), ResourceKind.NUMBER, ResourcePart.NUMBER, null, null, 1, term.from(),
                ResourceChange.bought(rented.product(), term.from(), term.until(), rented.autoRenew()));
    }

    private static ResourceChange latest(ProductCode product, Instant from, Instant until) {
        return ResourceChange.bought(product, from, until, false);
    }

    ResourceView view() {
        var until = Objects.requireNonNull(latest.validUntil());
        return new ResourceView(
                id.value(),
                Objects.requireNonNull(latest.product()),
                applicationId,
                quantity,
                region,
                ResourceView.State.valueOf(Objects.requireNonNull(latest.state()).name()),
                validFrom,
                until,
                BusinessTime.lastDayBefore(until),
                Boolean.TRUE.equals(latest.autoRenew()),
                part == ResourcePart.TRIAL);
    }

    ResourceRow with(ResourceChange change) {
        return new ResourceRow(
                id, accountId, kind, part, applicationId, region, quantity, validFrom, latest.then(change));
    }
}
