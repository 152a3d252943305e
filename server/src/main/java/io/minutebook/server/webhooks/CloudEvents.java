package io.minutebook.server.webhooks;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.alerts.Alert;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Alerts as CloudEvents 1.0 in structured JSON; data is the alert as the API shows it. */
@Component
class CloudEvents {

    private static final String TYPE = "io.minutebook.alert.";

    private final JsonMapper json;

    CloudEvents(JsonMapper json) {
        this.json = json;
    }

    /** The attributes in the order of the specification. */
    private record Envelope(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            Object data) {

        static Envelope of(String id, @Nullable AccountId accountId, String type, String subject, Instant time, Object data) {
            var source = accountId == null ? "/ledger" : "/accounts/" + accountId;
            return new Envelope("1.0", id, source, TYPE + type, subject, time, "application/json", data);
        }
    }

    String bodyOf(Alert alert) {
        return json.writeValueAsString(Envelope.of(
                alert.alertId(), alert.accountId(), alert.kind().slug(), alert.subject(), alert.raisedAt(), alert));
    }

    /** Tells of nothing but that it arrived. */
    String test(String id, @Nullable AccountId accountId, String webhook, Instant now) {
        var said = Map.of("message", "This is a test: alerts will be sent here.");
        return json.writeValueAsString(Envelope.of(id, accountId, "test", webhook, now, said));
    }
}
