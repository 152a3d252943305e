package io.minutebook.server.looks;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.reporting.paging.MalformedCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of who looked, newest first. */
@Component
public class Looks {

    private static final String INSERT =
            """
            insert into look (looked_at, key_id, role, account_id, operation, subject, times, full_numbers)
            values (now(), ?, ?, ?, ?, ?, ?, ?)""";

    private static final String PAGE =
            """
            select * from look
            where (?::text is null or account_id = ?) and (?::text is null or key_id = ?) and id < ?
            order by id desc limit ?""";

    private final JdbcClient jdbc;

    Looks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Placed(long id, Look look) {}

    void add(LookedAt what, long times) {
        jdbc.sql(INSERT)
                .param(what.key())
                .param(what.role())
                .param(what.accountId())
                .param(what.operation())
                .param(what.subject())
                .param(times)
                .param(what.fullNumbers())
                .update();
    }

    void forgetOlderThan(Duration retention) {
        jdbc.sql("delete from look where looked_at < now() - make_interval(secs => ?)")
                .param(retention.toSeconds())
                .update();
    }

    /** Of one account or one key, or of all. */
    public Listing<Look> list(@Nullable AccountId account, @Nullable String key, @Nullable String after, int limit) {
        var accountId = account == null ? null : account.value();
        var found = jdbc.sql(PAGE)
                .param(accountId)
                .param(accountId)
                .param(key)
                .param(key)
                .param(after == null ? Long.MAX_VALUE : idIn(after))
                .param(limit + 1)
                .query((row, _) -> new Placed(row.getLong("id"), lookOf(row)))
                .list();
        var page = Listing.of(found, limit, placed -> Cursor.at(Long.toString(placed.id())));
        return new Listing<>(page.items().stream().map(Placed::look).toList(), page.next());
    }

    private static long idIn(String after) {
        try {
            return Long.parseLong(Cursor.decode(after, 1).key().getFirst());
        } catch (NumberFormatException e) {
            throw new MalformedCursor(e);
        }
    }

    private static Look lookOf(ResultSet row) throws SQLException {
        return new Look(
                Times.instant(row, "looked_at"),
                row.getString("key_id"),
                row.getString("role"),
                row.getString("account_id"),
                row.getString("operation"),
                row.getString("subject"),
                row.getLong("times"),
                row.getBoolean("full_numbers"));
    }
}
