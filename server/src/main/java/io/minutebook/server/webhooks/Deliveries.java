package io.minutebook.server.webhooks;

import io.minutebook.reporting.alerts.AlertKind;
import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.reporting.paging.MalformedCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Alerts on their way to addresses, in the database: each is made once and tried until it is taken or given up. */
@Component
class Deliveries {

    private static final String ADD =
            """
            insert into webhook_delivery (webhook_id, alert_id, kind, body, created_at, next_attempt_at)
            select * from unnest(?, ?, ?, ?, ?, ?)
            on conflict (webhook_id, alert_id) do nothing""";

    /** A few of each host that is not being sent to; who takes them has them to itself for a time. */
    private static final String CLAIM =
            """
            with due as (
                select delivery.id, next_attempt_at, host
                from webhook_delivery as delivery join webhook on webhook.id = webhook_id
                where state = 'PENDING' and next_attempt_at <= ? and host <> all(?)
                order by next_attempt_at, delivery.id limit 1000
            ), placed as (
                select id, row_number() over (partition by host order by next_attempt_at, id) as place from due
            ), claimed as (
                select id from webhook_delivery
                where id in (select id from placed where place <= ?) and state = 'PENDING' and next_attempt_at <= ?
                for update skip locked
            )
            update webhook_delivery as delivery set next_attempt_at = ?
            from claimed, webhook
            where delivery.id = claimed.id and webhook.id = delivery.webhook_id
            returning delivery.id, webhook_id, alert_id, body, attempts, url, host, secret""";

    private static final String RECORD =
            """
            update webhook_delivery set attempts = attempts + 1, state = ?, status = ?, error = ?, attempted_at = ?,
                                        next_attempt_at = ?
            where id = ? and state = 'PENDING' and attempts = ?""";

    private static final String PAGE =
            """
            select * from webhook_delivery where webhook_id = ? and (?::bigint is null or id < ?)
            order by id desc limit ?""";

    private final JdbcTemplate jdbc;

    Deliveries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A delivery that this process has to itself. */
    record Claimed(
            long id, long webhookId, String alertId, String body, int attempts, String url, String host, String secret) {}

    /** A delivery to make. */
    record Due(long webhookId, String alertId, AlertKind kind, String body) {}

    void add(List<Due> deliveries, Instant now) {
        var rows = new Columns("bigint", "text", "text", "text", "timestamptz", "timestamptz");
        for (var due : deliveries) rows.row(due.webhookId(), due.alertId(), due.kind(), due.body(), now, now);
        rows.write(jdbc, ADD);
    }

    /**
     * Takes what is due.
     *
     * @param busy hosts that are left alone
     * @param perHost how many at most of each other host
     * @param hold how long they are this process's own
     */
    List<Claimed> claim(Instant now, Collection<String> busy, int perHost, Duration hold) {
        var time = Times.parameter(now);
        return jdbc.query(
                CLAIM,
                Deliveries::claimedOf,
                time, busy.toArray(String[]::new), perHost, time, Times.parameter(now.plus(hold)));
    }

    /** What came of an attempt; without effect where somebody else has recorded another one meanwhile. */
    void record(Claimed claimed, Attempt attempt, Instant at, @Nullable Instant nextAttemptAt) {
        var state = attempt.isTaken()
                ? Delivery.State.DELIVERED
                : nextAttemptAt == null ? Delivery.State.GIVEN_UP : Delivery.State.PENDING;
        jdbc.update(
                RECORD,
                state.name(),
                attempt.status(),
                attempt.error(),
                Times.parameter(at),
                nextAttemptAt == null ? null : Times.parameter(nextAttemptAt),
                claimed.id(),
                claimed.attempts());
    }

    /** Newest first. */
    Listing<Delivery> list(long webhook, @Nullable String after, int limit) {
        var start = after == null ? null : idOf(Cursor.decode(after, 1));
        var found = jdbc.query(PAGE, Deliveries::deliveryOf, webhook, start, start, limit + 1);
        return Listing.of(found, limit, delivery -> Cursor.at(Long.toString(delivery.id())));
    }

    private static Long idOf(Cursor start) {
        try {
            return Long.valueOf(start.key().getFirst());
        } catch (NumberFormatException e) {
            throw new MalformedCursor(e);
        }
    }

    /** Begins anew, with the same id and body; none where the webhook has no such delivery. */
    List<Delivery> startAgain(long webhook, long id, Instant now) {
        return jdbc.query(
                """
                update webhook_delivery set state = 'PENDING', attempts = 0, next_attempt_at = ?
                where webhook_id = ? and id = ? returning *""",
                Deliveries::deliveryOf,
                Times.parameter(now),
                webhook,
                id);
    }

    /** What is on its way to an address that is not sent to any longer. */
    void giveUp(long webhook, String reason) {
        jdbc.update(
                """
                update webhook_delivery set state = 'GIVEN_UP', next_attempt_at = null, error = ?
                where webhook_id = ? and state = 'PENDING'""",
                reason,
                webhook);
    }

    private static Claimed claimedOf(ResultSet row, int number) throws SQLException {
        return new Claimed(
                row.getLong("id"),
                row.getLong("webhook_id"),
                row.getString("alert_id"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getString("url"),
                row.getString("host"),
                row.getString("secret"));
    }

    private static Delivery deliveryOf(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("alert_id"),
                AlertKind.valueOf(row.getString("kind")),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("status", Integer.class),
                row.getString("error"),
                Times.instant(row, "created_at"),
                Times.instantOrNull(row, "attempted_at"),
                Times.instantOrNull(row, "next_attempt_at"));
    }
}
