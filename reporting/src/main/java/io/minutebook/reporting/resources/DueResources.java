package io.minutebook.reporting.resources;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.reporting.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which resources are to be reminded of, renewed or ended. */
public final class DueResources {

    private static final String DUE =
            """
            select distinct due_at, kind, account_id, case when kind = 'NUMBER' then resource_id end as number_id
            from resource_view where due_at <= ? and account_id <> all (?)
            order by due_at, kind, account_id, number_id limit ?""";

    private final JdbcTemplate jdbc;

    public DueResources(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Those that are due first, in the order of their instants, kinds, accounts and ids, but for the accounts held back. */
    public List<DueResource> dueBy(Instant now, Set<AccountId> heldBack, int limit) {
        var without = heldBack.stream().map(AccountId::value).toArray(String[]::new);
        return jdbc.query(DUE, (row, _) -> dueOf(row), Times.parameter(now), without, limit);
    }

    private static DueResource dueOf(ResultSet row) throws SQLException {
        var number = row.getString("number_id");
        return new DueResource(
                Times.instant(row, "due_at"),
                ResourceKind.valueOf(row.getString("kind")),
                new AccountId(row.getString("account_id")),
                number == null ? null : new ResourceId(number));
    }
}
