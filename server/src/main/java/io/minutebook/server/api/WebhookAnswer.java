package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.reporting.alerts.AlertKind;
import io.minutebook.server.webhooks.Webhook;
import io.minutebook.server.webhooks.WebhookDesk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A webhook as it is shown; its secret only when it is new. */
record WebhookAnswer(
        String name,
        String url,
        List<AlertKind> kinds,
        boolean active,
        @Nullable String offReason,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

    static WebhookAnswer of(Webhook webhook) {
        return of(new WebhookDesk.Set(webhook, null));
    }

    static WebhookAnswer of(WebhookDesk.Set set) {
        var webhook = set.webhook();
        return new WebhookAnswer(
                webhook.name(),
                webhook.url(),
                webhook.kinds(),
                webhook.active(),
                webhook.offReason(),
                webhook.createdAt(),
                set.secret());
    }

    /** 201 with the secret of a new one, 200 of one that was there. */
    static ResponseEntity<WebhookAnswer> toPut(WebhookDesk.Set set) {
        return ResponseEntity.status(set.secret() == null ? HttpStatus.OK : HttpStatus.CREATED).body(of(set));
    }
}
