package io.minutebook.server.webhooks;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.alerts.Alert;
import io.minutebook.reporting.database.Times;
import io.minutebook.server.webhooks.Deliveries.Due;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Puts alerts down to be sent, in the transaction that moves on past their causes: each cause once for ever, whatever is
 * built anew and whoever is killed.
 */
@Component
class AlertOutbox {

    private static final String RAISED =
            "insert into alert_raised (alert_id) select unnest(?) on conflict do nothing returning alert_id";

    private static final String REFUSED =
            """
            update dead_letter set alerted_at = ?
            where id in (select id from dead_letter where alerted_at is null order by id limit ? for update skip locked)
            returning id, account_id, reason, received_at""";

    private static final String DIFFERING =
            """
            update comparison_finding set alerted_at = ?
            where id in (select id from comparison_finding where alerted_at is null order by id limit ?
                         for update skip locked)
            returning comparison_id, account_id, lines, found_at""";

    private final JdbcTemplate jdbc;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final CloudEvents events;

    AlertOutbox(JdbcTemplate jdbc, Webhooks webhooks, Deliveries deliveries, CloudEvents events) {
        this.jdbc = jdbc;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.events = events;
    }

    /** Up to where events were looked through. */
    long position() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select position from alert_follower where id = 1", Long.class));
    }

    /** Moves on, and puts down what was met on the way. */
    void take(long from, long to, Map<String, Alert> met, Instant now) {
        int moved = jdbc.update("update alert_follower set position = ? where id = 1 and position = ?", to, from);
        if (moved == 0) throw new OptimisticLockingFailureException("another node looks for alerts from " + from);
        if (met.isEmpty()) return;
        var fresh = new HashSet<>(jdbc.queryForList(RAISED, String.class, (Object) met.keySet().toArray(String[]::new)));
        put(met.values().stream().filter(alert -> fresh.contains(alert.alertId())).toList(), now);
    }

    /** Puts down the next refused records; answers how many there were. */
    int takeRefused(int limit, Instant now) {
        var refused = jdbc.query(REFUSED, AlertOutbox::alertOf, Times.parameter(now), limit);
        put(refused, now);
        return refused.size();
    }

    /** Puts down the next accounts of which a read model differs; answers how many there were. */
    int takeDiffering(int limit, Instant now) {
        var differing = jdbc.query(
                DIFFERING,
                (row, _) -> Alert.ofDifference(
                        row.getLong("comparison_id"),
                        new AccountId(row.getString("account_id")),
                        row.getLong("lines"),
                        Times.instant(row, "found_at")),
                Times.parameter(now),
                limit);
        put(differing, now);
        return differing.size();
    }

    private void put(Collection<Alert> alerts, Instant now) {
        if (alerts.isEmpty()) return;
        var accounts = alerts.stream().map(Alert::accountId).filter(Objects::nonNull).collect(Collectors.toSet());
        var hearing = webhooks.hearing(accounts);
        var due = new ArrayList<Due>();
        for (var alert : alerts) {
            var wanting = hearing.stream().filter(webhook -> webhook.wants(alert)).toList();
            if (wanting.isEmpty()) continue;
            var body = events.bodyOf(alert);
            wanting.forEach(webhook -> due.add(new Due(webhook.id(), alert.alertId(), alert.kind(), body)));
        }
        deliveries.add(List.copyOf(due), now);
    }

    private static Alert alertOf(ResultSet row, int number) throws SQLException {
        var account = row.getString("account_id");
        boolean isAccount = account != null && AccountId.isValid(account);
        return Alert.ofRefusal(
                row.getLong("id"),
                isAccount ? new AccountId(account) : null,
                row.getString("reason"),
                Times.instant(row, "received_at"));
    }
}
