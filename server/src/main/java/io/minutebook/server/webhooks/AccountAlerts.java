package io.minutebook.server.webhooks;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.alerts.Alert;
import io.minutebook.reporting.alerts.AlertKind;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.reporting.paging.MalformedCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What an account was told: the alerts of the read model, and the refused records that name the account, which are read
 * where dead letters are kept, for they are no events and stay for ever.
 */
@Component
public class AccountAlerts {

    private static final String PAGE =
            """
            select * from (
                select alert_id, kind, raised_at, subject, message, position, event_type,
                       null::bigint as dead_letter, null as reason
                from alert_view where account_id = ?
                union all
                select ('record-refused:' || id) collate "C", 'RECORD_REFUSED', received_at, id::text, null, null, null,
                       id, reason
                from dead_letter where account_id = ? and length(account_id) <= 20
            ) as told
            where (?::text is null or kind = ?)
                and (?::timestamptz is null or (raised_at, alert_id) < (?::timestamptz, ?))
            order by raised_at desc, alert_id desc limit ?""";

    private final JdbcTemplate jdbc;

    AccountAlerts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public Listing<Alert> list(AccountId accountId, @Nullable AlertKind kind, @Nullable String after, int limit) {
        var start = after == null ? null : Cursor.decode(after, 2);
        var time = start == null ? null : timeOf(start);
        var id = start == null ? null : start.key().getLast();
        var kindName = kind == null ? null : kind.name();
        var found = jdbc.query(
                PAGE,
                (row, _) -> alertOf(row, accountId),
                accountId.value(), accountId.value(), kindName, kindName, time, time, id, limit + 1);
        return Listing.of(found, limit, alert -> Cursor.at(alert.raisedAt().toString(), alert.alertId()));
    }

    private static OffsetDateTime timeOf(Cursor start) {
        try {
            return Times.parameter(Instant.parse(start.key().getFirst()));
        } catch (DateTimeException e) {
            throw new MalformedCursor(e);
        }
    }

    private static Alert alertOf(ResultSet row, AccountId accountId) throws SQLException {
        var raisedAt = Times.instant(row, "raised_at");
        var deadLetter = row.getObject("dead_letter", Long.class);
        if (deadLetter != null) return Alert.ofRefusal(deadLetter, accountId, row.getString("reason"), raisedAt);
        return new Alert(
                row.getString("alert_id"),
                accountId,
                AlertKind.valueOf(row.getString("kind")),
                raisedAt,
                row.getString("subject"),
                row.getString("message"),
                new Alert.Event(row.getLong("position"), row.getString("event_type")));
    }
}
