package io.minutebook.reporting.alerts;

import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.projections.EventBatch;
import io.minutebook.reporting.projections.Projection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Alerts that follow from events, each from the first event that warrants it; nothing is sent from here. */
public final class AlertsProjection implements Projection {

    private static final String INSERT =
            """
            insert into alert_view (alert_id, account_id, kind, raised_at, subject, message, position, event_type)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (alert_id) do nothing""";

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public List<String> tables() {
        return List.of("alert_view");
    }

    @Override
    public EventBatch begin() {
        return new Batch();
    }

    private static final class Batch implements EventBatch {
        private final Map<String, Alert> alerts = new LinkedHashMap<>();

        @Override
        public void add(LedgerEvent event) {
            AlertCauses.alertOf(event).ifPresent(alert -> alerts.putIfAbsent(alert.alertId(), alert));
        }

        @Override
        public void write(JdbcTemplate jdbc) {
            var rows = new Columns("text", "text", "text", "timestamptz", "text", "text", "bigint", "text");
            for (var alert : alerts.values()) {
                var event = Objects.requireNonNull(alert.event());
                rows.row(
                        alert.alertId(), alert.accountId(), alert.kind(), alert.raisedAt(), alert.subject(),
                        alert.message(), event.position(), event.type());
            }
            rows.write(jdbc, INSERT);
        }
    }
}
