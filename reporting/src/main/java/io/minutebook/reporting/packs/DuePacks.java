package io.minutebook.reporting.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.database.Times;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which packs are to lapse. */
public final class DuePacks {

    private static final String DUE =
            """
            select valid_until, account_id, meter, application_id from pack_view
            where has_minutes and valid_until <= ? and account_id <> all (?)
            group by valid_until, account_id, meter, application_id
            order by valid_until, account_id, concat_ws('-', meter, application_id) collate "C" limit ?""";

    private final JdbcTemplate jdbc;

    public DuePacks(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The next pools with minutes to lapse by then, in the order they fell due, but for the accounts held back. */
    public List<DuePack> dueBy(Instant now, Set<AccountId> heldBack, int limit) {
        return jdbc.query(
                DUE,
                (row, _) -> new DuePack(PackRow.poolOf(row), Times.instant(row, "valid_until")),
                Times.parameter(now),
                heldBack.stream().map(AccountId::value).toArray(String[]::new),
                limit);
    }
}
