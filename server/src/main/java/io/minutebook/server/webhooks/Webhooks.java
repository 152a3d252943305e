package io.minutebook.server.webhooks;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.alerts.AlertKind;
import io.minutebook.reporting.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The addresses that are set, in the database. */
@Component
class Webhooks {

    private static final String OF_OWNER = "select * from webhook where account_id is not distinct from ?";
    private static final String INSERT =
            """
            insert into webhook (account_id, name, url, host, kinds, active, secret, created_at,
                                 since_position, since_dead_letter)
            values (?, ?, ?, ?, ?, ?, ?, ?,
                    (select coalesce(max(position), 0) from ledger_event), (select coalesce(max(id), 0) from dead_letter))
            on conflict (account_id, name) do nothing""";
    private static final String UPDATE =
            """
            update webhook set url = ?, host = ?, kinds = ?, active = ?, off_reason = null
            where account_id is not distinct from ? and name = ?""";
    private static final String REMOVE = "delete from webhook where account_id is not distinct from ? and name = ?";
    private static final String HEARING =
            """
            select * from webhook where active and (account_id = any(?) or account_id is null)
            order by id for key share""";

    private final JdbcTemplate jdbc;

    Webhooks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What a caller decides of a webhook. */
    record Settings(WebhookAddress address, List<AlertKind> kinds, boolean active) {

        String[] kindNames() {
            return kinds.stream().map(AlertKind::name).distinct().sorted().toArray(String[]::new);
        }
    }

    /** By name. */
    List<Webhook> list(@Nullable AccountId owner) {
        return jdbc.query(OF_OWNER + " order by name", Webhooks::webhookOf, textOf(owner));
    }

    Optional<Webhook> find(@Nullable AccountId owner, String name) {
        return jdbc.query(OF_OWNER + " and name = ?", Webhooks::webhookOf, textOf(owner), name).stream()
                .findFirst();
    }

    /** Whether it is new; it then hears of what comes from now on. */
    boolean add(@Nullable AccountId owner, String name, Settings settings, String sealedSecret, Instant now) {
        return jdbc.update(
                        INSERT,
                        textOf(owner),
                        name,
                        settings.address().uri().toString(),
                        settings.address().host(),
                        settings.kindNames(),
                        settings.active(),
                        sealedSecret,
                        Times.parameter(now))
                == 1;
    }

    boolean change(@Nullable AccountId owner, String name, Settings settings) {
        return jdbc.update(
                        UPDATE,
                        settings.address().uri().toString(),
                        settings.address().host(),
                        settings.kindNames(),
                        settings.active(),
                        textOf(owner),
                        name)
                == 1;
    }

    void changeSecret(long id, String sealedSecret) {
        jdbc.update("update webhook set secret = ? where id = ?", sealedSecret, id);
    }

    /** Its receiver wants to hear no more. */
    void switchOff(long id, String reason) {
        jdbc.update("update webhook set active = false, off_reason = ? where id = ?", reason, id);
    }

    /** With its deliveries. */
    boolean remove(@Nullable AccountId owner, String name) {
        return jdbc.update(REMOVE, textOf(owner), name) == 1;
    }

    /** Those in force of these accounts and of the platform; none of them is removed before the transaction is over. */
    List<Webhook> hearing(Collection<AccountId> accounts) {
        var ids = accounts.stream().map(AccountId::value).toArray(String[]::new);
        return jdbc.query(HEARING, Webhooks::webhookOf, (Object) ids);
    }

    private static @Nullable String textOf(@Nullable AccountId owner) {
        return owner == null ? null : owner.value();
    }

    private static Webhook webhookOf(ResultSet row, int number) throws SQLException {
        var account = row.getString("account_id");
        return new Webhook(
                row.getLong("id"),
                account == null ? null : new AccountId(account),
                row.getString("name"),
                row.getString("url"),
                row.getString("host"),
                Stream.of((String[]) row.getArray("kinds").getArray()).map(AlertKind::valueOf).toList(),
                row.getBoolean("active"),
                row.getString("off_reason"),
                row.getString("secret"),
                row.getLong("since_position"),
                row.getLong("since_dead_letter"),
                Times.instant(row, "created_at"));
    }
}
