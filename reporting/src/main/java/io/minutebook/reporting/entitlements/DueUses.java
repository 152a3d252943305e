package io.minutebook.reporting.entitlements;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.entitlements.EntitlementCode;
import io.minutebook.billing.entitlements.RestrictedUse;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.reporting.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which uses are to be judged: of each application, entitlement and day the first that no plan included. */
public final class DueUses {

    private static final String DUE =
            """
            select * from (
                select distinct on (account_id, application_id, code, day)
                    account_id, application_id, code, ended_at, source, record_id
                from restricted_use where ended_at <= ? and account_id <> all (?)
                order by account_id, application_id, code, day, ended_at, source, record_id) as first
            order by ended_at, account_id, concat_ws(' ', application_id, code, source, record_id) collate "C" limit ?""";

    private final JdbcTemplate jdbc;

    public DueUses(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Those due first, in the order of their ends, accounts, applications and codes, but for the accounts held back. */
    public List<RestrictedUse> dueBy(Instant now, Set<AccountId> heldBack, int limit) {
        return jdbc.query(
                DUE,
                (row, _) -> useOf(row),
                Times.parameter(now),
                heldBack.stream().map(AccountId::value).toArray(String[]::new),
                limit);
    }

    private static RestrictedUse useOf(ResultSet row) throws SQLException {
        return new RestrictedUse(
                new AccountId(row.getString("account_id")),
                row.getLong("application_id"),
                new EntitlementCode(row.getString("code")),
                new RecordId(row.getString("source"), row.getString("record_id")),
                Times.instant(row, "ended_at"));
    }
}
