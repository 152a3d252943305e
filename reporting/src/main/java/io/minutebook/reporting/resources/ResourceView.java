package io.minutebook.reporting.resources;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.chat.ChatTrialStarted;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.billing.usage.Region;
import io.minutebook.reporting.packs.PackView;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it stands at an instant: once its validity is over it has expired, whether or not that is recorded yet;
 * a number that is renewed by itself is active until it is.
 *
 * @param resourceId for a pack its pack id
 * @param applicationId null for what belongs to the account: numbers and minute packs
 * @param region of chat alone
 */
public record ResourceView(
        String resourceId,
        ProductCode product,
        @Nullable Long applicationId,
        long quantity,
        @Nullable Region region,
        State state,
        Instant validFrom,
        Instant validUntil,
        LocalDate lastDay,
        boolean autoRenew,
        boolean trial) {

    /** Whether a resource can be used, or why not. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REFUNDED,
        DEREGISTERED
    }

    public static ResourceView of(SeatTrialStarted started) {
        return ResourceRow.of(started).view();
    }

    public static ResourceView of(ChatTrialStarted started) {
        return ResourceRow.of(started).view();
    }

    static ResourceView of(PackView pack) {
        boolean refunded = pack.state() == PackView.State.REFUNDED;
        return new ResourceView(
                pack.packId().value(), pack.product(), null, 1, null, refunded ? State.REFUNDED : State.ACTIVE,
                pack.boughtAt(), pack.validUntil(), pack.lastDay(), false, false);
    }

    ResourceView seenAt(Instant now) {
        boolean isOver = state == State.ACTIVE && !autoRenew && !validUntil.isAfter(now);
        return isOver ? in(State.EXPIRED) : this;
    }

    private ResourceView in(State other) {
        return new ResourceView(
                resourceId, product, applicationId, quantity, region, other, validFrom, validUntil, lastDay, autoRenew,
                trial);
    }
}
