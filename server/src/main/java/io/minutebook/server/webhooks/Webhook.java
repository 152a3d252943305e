package io.minutebook.server.webhooks;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.alerts.Alert;
import io.minutebook.reporting.alerts.AlertKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An address that alerts are sent to.
 *
 * @param accountId whose alerts they are; null of the platform's own, which hear of every refused record and of
 *     every difference of a read model
 * @param kinds what it wants to hear of; empty for all
 * @param offReason why it was switched off where its receiver asked for that
 * @param sincePosition it hears of events behind it
 * @param sinceDeadLetter it hears of dead letters behind it
 */
public record Webhook(
        long id,
        @Nullable AccountId accountId,
        String name,
        String url,
        String host,
        List<AlertKind> kinds,
        boolean active,
        @Nullable String offReason,
        String sealedSecret,
        long sincePosition,
        long sinceDeadLetter,
        Instant createdAt) {

    public Webhook {
        kinds = List.copyOf(kinds);
    }

    boolean wants(Alert alert) {
        boolean isMeant = accountId == null
                ? alert.kind().isForPlatform()
                : alert.kind().isForAccounts() && Objects.equals(alert.accountId(), accountId);
        return isMeant && (kinds.isEmpty() || kinds.contains(alert.kind())) && isNews(alert);
    }

    private boolean isNews(Alert alert) {
        var event = alert.event();
        if (event != null) return event.position() > sincePosition;
        return alert.kind() == AlertKind.RECORD_REFUSED
                ? Long.parseLong(alert.subject()) > sinceDeadLetter
                : !alert.raisedAt().isBefore(createdAt);
    }
}
