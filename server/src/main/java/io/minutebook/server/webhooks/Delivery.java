package io.minutebook.server.webhooks;

import io.minutebook.reporting.alerts.AlertKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert on its way to one address.
 *
 * @param attempts made so far
 * @param status what the receiver answered last; null where it did not answer
 * @param error why the last attempt failed
 * @param nextAttemptAt by real time; null once it is over
 */
@Schema(name = "WebhookDelivery")
public record Delivery(
        long id,
        String alertId,
        AlertKind kind,
        State state,
        int attempts,
        @Nullable Integer status,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant attemptedAt,
        @Nullable Instant nextAttemptAt) {

    /** What became of it. */
    public enum State {
        PENDING,
        DELIVERED,
        GIVEN_UP
    }
}
