package io.minutebook.reporting.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.database.Times;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Of which packs the end is to be announced, and which are to lapse. */
public final class DuePacks {

    private static final String DUE =
            """
            select next_step, account_id, meter, application_id from pack_view
            where has_minutes and next_step <= ? and account_id <> all (?)
            group by next_step, account_id, meter, application_id
            order by next_step, account_id, concat_ws('-', meter, application_id) collate "C" limit ?""";

    private final JdbcTemplate jdbc;

    public DuePacks(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The next pools with something due by then, in the order it fell due, but for the accounts held back. */
    public List<DuePack> dueBy(Instant now, Set<AccountId> heldBack, int limit) {
        return jdbc.query(
                DUE,
                (row, _) -> new DuePack(PackRow.poolOf(row), Times.instant(row, "next_step")),
                Times.parameter(now),
                heldBack.stream().map(AccountId::value).toArray(String[]::new),
                limit);
    }
}
