package io.minutebook.reporting.entitlements;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.chat.ChatExpired;
import io.minutebook.billing.chat.ChatExpiryAnnounced;
import io.minutebook.billing.chat.ChatPlanBought;
import io.minutebook.billing.chat.ChatRenewed;
import io.minutebook.billing.chat.ChatTrialEnded;
import io.minutebook.billing.chat.ChatTrialStarted;
import io.minutebook.billing.chat.ChatUpgraded;
import io.minutebook.billing.chat.LicencesBought;
import io.minutebook.billing.chat.MessagePackBought;
import io.minutebook.billing.entitlements.PlanFamily;
import io.minutebook.billing.seats.AddOnBought;
import io.minutebook.billing.seats.PlanBought;
import io.minutebook.billing.seats.SeatEvent;
import io.minutebook.billing.seats.SeatTrialEnded;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.billing.seats.SeatsExpired;
import io.minutebook.billing.seats.SeatsExpiryAnnounced;
import io.minutebook.billing.seats.SeatsRefunded;
import io.minutebook.billing.seats.SeatsRenewed;
import io.minutebook.billing.seats.SeatsUpgraded;
import io.minutebook.billing.usage.Region;
import io.minutebook.reporting.database.Times;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What events say of when plans and trials are in force, as changes of rows; add-ons have no edition of their own. */
final class PlanStretches {

    private static final String BEGIN =
            """
            insert into plan_stretch (resource_id, edition, account_id, application_id, family, region, product, trial,
                                      valid_from, valid_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    /** The last stretch is the one of the highest edition. */
    private static final String PROLONG =
            """
            update plan_stretch set valid_until = ?
            where resource_id = ? and valid_until = (select max(valid_until) from plan_stretch where resource_id = ?)""";

    private static final String UPGRADE =
            """
            insert into plan_stretch (resource_id, edition, account_id, application_id, family, region, product, trial,
                                      valid_from, valid_until)
            select resource_id, ?, account_id, application_id, family, region, ?, trial, ?, ?
            from plan_stretch where resource_id = ? order by valid_until desc limit 1 on conflict do nothing""";

    private static final String CUT_OFF =
            """
            update plan_stretch set valid_until = ?
            where resource_id = ? and edition <> ? and valid_until > ?""";

    private static final String END =
            "update plan_stretch set valid_until = ? where resource_id = ? and valid_until > ?";

    private PlanStretches() {}

    /** None where nothing changes: an end that was foreseen is known already. */
    static Optional<Change> of(SeatEvent event) {
        return switch (event) {
            case PlanBought bought -> Optional.of(begin(new Stretch(
                    bought.resourceId(), bought.edition(), bought.accountId(), bought.applicationId(), PlanFamily.VOICE,
                    null, bought.product(), false, bought.term().from(), bought.term().until())));
            case SeatTrialStarted started -> Optional.of(begin(new Stretch(
                    started.resourceId(), started.edition(), started.accountId(), started.applicationId(),
                    PlanFamily.VOICE, null, started.product(), true, started.startedAt(), started.validUntil())));
            case SeatsRenewed renewed -> Optional.of(prolong(event.resourceId(), renewed.term().until()));
            case SeatsUpgraded to -> Optional.of(
                    upgrade(event.resourceId(), to.edition(), to.product(), to.upgradedAt(), to.validUntil()));
            case SeatsRefunded refunded -> Optional.of(end(event.resourceId(), refunded.refundedAt()));
            case AddOnBought _, SeatsExpiryAnnounced _, SeatsExpired _, SeatTrialEnded _ -> Optional.empty();
        };
    }

    static Optional<Change> of(ChatEvent event) {
        return switch (event) {
            case ChatPlanBought bought -> Optional.of(begin(new Stretch(
                    bought.resourceId(), bought.edition(), bought.accountId(), bought.applicationId(), PlanFamily.CHAT,
                    bought.region(), bought.product(), false, bought.term().from(), bought.term().until())));
            case ChatTrialStarted started -> Optional.of(begin(new Stretch(
                    started.resourceId(), started.edition(), started.accountId(), started.applicationId(), PlanFamily.CHAT,
                    started.region(), started.product(), true, started.startedAt(), started.validUntil())));
            case ChatRenewed renewed -> Optional.of(prolong(event.resourceId(), renewed.term().until()));
            case ChatUpgraded to -> Optional.of(
                    upgrade(event.resourceId(), to.edition(), to.product(), to.upgradedAt(), to.validUntil()));
            case LicencesBought _, MessagePackBought _, ChatExpiryAnnounced _, ChatExpired _, ChatTrialEnded _ ->
                Optional.empty();
        };
    }

    /** One edition of a plan or a trial, in force in [from, until). */
    private record Stretch(
            ResourceId resourceId,
            Edition edition,
            AccountId accountId,
            long applicationId,
            PlanFamily family,
            @Nullable Region region,
            ProductCode product,
            boolean trial,
            Instant from,
            Instant until) {}

    private static Change begin(Stretch stretch) {
        var region = stretch.region();
        return jdbc -> jdbc.update(
                BEGIN, stretch.resourceId().value(), stretch.edition().name(), stretch.accountId().value(),
                stretch.applicationId(), stretch.family().name(), region == null ? null : region.name(),
                stretch.product().value(), stretch.trial(), Times.parameter(stretch.from()),
                Times.parameter(stretch.until()));
    }

    private static Change prolong(ResourceId id, Instant until) {
        return jdbc -> jdbc.update(PROLONG, Times.parameter(until), id.value(), id.value());
    }

    private static Change end(ResourceId id, Instant at) {
        return jdbc -> jdbc.update(END, Times.parameter(at), id.value(), Times.parameter(at));
    }

    private static Change upgrade(ResourceId id, Edition edition, ProductCode product, Instant at, Instant until) {
        return jdbc -> {
            var then = Times.parameter(at);
            jdbc.update(UPGRADE, edition.name(), product.value(), then, Times.parameter(until), id.value());
            jdbc.update(CUT_OFF, then, id.value(), edition.name(), then);
        };
    }
}
