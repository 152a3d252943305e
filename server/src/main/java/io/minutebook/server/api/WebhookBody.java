package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.alerts.AlertKind;
import io.minutebook.server.webhooks.WebhookDesk;
import io.minutebook.server.webhooks.WebhookName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where alerts go, and which: all kinds when left out; in force when left out. */
record WebhookBody(
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 2000) @Nullable String url,
        @Nullable List<@Nullable AlertKind> kinds,
        @Nullable Boolean active) {

    WebhookDesk.Set set(WebhookDesk desk, @Nullable AccountId owner, WebhookName name) {
        return desk.set(
                owner,
                name.value(),
                Fields.text("url", url, 2_000),
                Fields.listOrNone("kinds", kinds, AlertKind.values().length),
                active == null || active);
    }
}
