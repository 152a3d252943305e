package io.minutebook.reporting.alerts;

import static io.minutebook.reporting.alerts.AlertKind.ENTITLEMENT_BREACH;
import static io.minutebook.reporting.alerts.AlertKind.FUNDS_LOW;
import static io.minutebook.reporting.alerts.AlertKind.PACK_EXPIRING;
import static io.minutebook.reporting.alerts.AlertKind.PACK_LOW;
import static io.minutebook.reporting.alerts.AlertKind.RENEWAL_COMING;
import static io.minutebook.reporting.alerts.AlertKind.RENEWAL_FAILED;
import static io.minutebook.reporting.alerts.AlertKind.UNCOVERED_MINUTES;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.account.FundsRanLow;
import io.minutebook.billing.chat.ChatExpiryAnnounced;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.numbers.NumberExpiryAnnounced;
import io.minutebook.billing.numbers.NumberLapsed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackExpiryAnnounced;
import io.minutebook.billing.packs.PackLevelReached;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.seats.SeatsExpiryAnnounced;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.feed.LedgerEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which events warrant an alert, and what it says; a new cause is one more line here. */
public final class AlertCauses {

    private AlertCauses() {}

    /** None of most events; the same of the same event at any time. */
    public static Optional<Alert> alertOf(LedgerEvent event) {
        var fact = event.fact();
        return Optional.ofNullable(causeOf(fact)).map(cause -> alert(cause, event, fact));
    }

    private static Alert alert(AlertCause cause, LedgerEvent event, Object fact) {
        var type = Objects.requireNonNull(fact.getClass().getAnnotation(Stored.class)).name();
        return new Alert(
                cause.alertId(),
                cause.accountId(),
                cause.kind(),
                event.recordedAt(),
                cause.subject(),
                cause.message(),
                new Alert.Event(event.position(), type));
    }

    private static @Nullable AlertCause causeOf(Object fact) {
        return switch (fact) {
            case MinutesDrawn drawn when !drawn.uncovered().isZero() -> uncovered(drawn);
            case PackLevelReached reached -> packLow(reached);
            case PackExpiryAnnounced said -> packExpiring(said);
            case EntitlementExceeded exceeded -> breach(exceeded);
            case SeatsExpiryAnnounced said -> renewal(
                    said.accountId(), said.resourceId(), said.daysBefore(), said.validUntil(),
                    "The seat plan %s ends in %s, after %s, with all its add-ons; renew it to keep them.");
            case ChatExpiryAnnounced said -> renewal(
                    said.accountId(), said.resourceId(), said.daysBefore(), said.validUntil(),
                    "The chat plan %s ends in %s, after %s, with all its licences; renew it to keep them.");
            case NumberExpiryAnnounced said -> renewal(
                    said.accountId(), said.resourceId(), said.daysBefore(), said.validUntil(),
                    "The number %s ends in %s, after %s; it is renewed by itself where that is switched on and the"
                            + " funds cover the rent.");
            case NumberLapsed lapsed -> renewalFailed(lapsed);
            case FundsRanLow low -> fundsLow(low);
            default -> null;
        };
    }

    /** Once for each pool and day of use. */
    private static AlertCause uncovered(MinutesDrawn drawn) {
        var usage = drawn.usage();
        var pool = PoolId.of(usage);
        var day = BusinessTime.dateOf(usage.endedAt());
        var name = pool.name();
        return new AlertCause(
                UNCOVERED_MINUTES,
                pool.accountId() + ":" + name + ":" + day,
                pool.accountId(),
                name,
                "On %s there was usage on %s that no pack covers: buy a pack. The first of the day lacked %s."
                        .formatted(day, words(pool.meter(), pool.applicationId()), amount(pool.meter(), drawn.uncovered())));
    }

    private static AlertCause packLow(PackLevelReached reached) {
        return new AlertCause(
                PACK_LOW,
                reached.packId() + ":" + reached.percent(),
                reached.accountId(),
                reached.packId().value(),
                "Pack %s (%s) is down to %d%%: %s of %s are left.".formatted(
                        reached.packId(),
                        words(reached.meter(), reached.applicationId()),
                        reached.percent(),
                        reached.remaining(),
                        amount(reached.meter(), reached.granted())));
    }

    private static AlertCause packExpiring(PackExpiryAnnounced said) {
        return new AlertCause(
                PACK_EXPIRING,
                said.packId() + ":" + said.daysBefore(),
                said.accountId(),
                said.packId().value(),
                "Pack %s (%s) ends in %s, after %s; %s left and %s then.".formatted(
                        said.packId(),
                        words(said.meter(), said.applicationId()),
                        days(said.daysBefore()),
                        BusinessTime.lastDayBefore(said.validUntil()),
                        amount(said.meter(), said.remaining()) + (isOne(said.remaining()) ? " is" : " are"),
                        isOne(said.remaining()) ? "lapses" : "lapse"));
    }

    private static AlertCause breach(EntitlementExceeded exceeded) {
        return new AlertCause(
                ENTITLEMENT_BREACH,
                exceeded.accountId() + ":" + exceeded.applicationId() + ":" + exceeded.code().value() + ":" + exceeded.day(),
                exceeded.accountId(),
                exceeded.code().value(),
                "On %s application %d used %s, which its plan did not include; it was metered all the same."
                        .formatted(exceeded.day(), exceeded.applicationId(), exceeded.code().value()));
    }

    /** Once for each end and reminder: a renewal brings a new end. */
    private static AlertCause renewal(
            AccountId accountId, ResourceId resource, int daysBefore, Instant validUntil, String sentence) {
        var lastDay = BusinessTime.lastDayBefore(validUntil);
        return new AlertCause(
                RENEWAL_COMING,
                resource + ":" + lastDay + ":" + daysBefore,
                accountId,
                resource.value(),
                sentence.formatted(resource, days(daysBefore), lastDay));
    }

    private static AlertCause renewalFailed(NumberLapsed lapsed) {
        return new AlertCause(
                RENEWAL_FAILED,
                lapsed.resourceId() + ":" + BusinessTime.dateOf(lapsed.lapsedAt()),
                lapsed.accountId(),
                lapsed.resourceId().value(),
                "The number %s was not renewed, for the funds did not cover its rent of %s yuan; it has ended."
                        .formatted(lapsed.resourceId(), lapsed.rent()));
    }

    private static AlertCause fundsLow(FundsRanLow low) {
        return new AlertCause(
                FUNDS_LOW,
                low.accountId() + ":" + low.orderId(),
                low.accountId(),
                low.orderId().value(),
                "Order %s left funds of %s yuan, less than %s yuan."
                        .formatted(low.orderId(), low.funds().total(), low.threshold()));
    }

    private static String words(Meter meter, @Nullable Long applicationId) {
        var name = meter.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return applicationId == null ? name : name + " of application " + applicationId;
    }

    private static String amount(Meter meter, Minutes counted) {
        var unit = meter == Meter.BOT_MESSAGES ? " message" : " minute";
        return counted + unit + (isOne(counted) ? "" : "s");
    }

    private static boolean isOne(Minutes counted) {
        return counted.value() == 1;
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
