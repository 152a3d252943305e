package io.minutebook.reporting.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.database.Times;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which packs are to lapse. */
public final class DuePacks {

    private static final String DUE =
            """
            select valid_until, account_id, meter from pack_view
            where has_minutes and valid_until <= ?
            group by valid_until, account_id, meter
            order by valid_until, account_id, meter collate "C" limit ?""";

    private final JdbcTemplate jdbc;

    public DuePacks(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The next pools with minutes to lapse by then, in the order they fell due. */
    public List<DuePack> dueBy(Instant now, int limit) {
        return jdbc.query(
                DUE,
                (row, _) -> new DuePack(
                        new AccountId(row.getString("account_id")),
                        Meter.valueOf(row.getString("meter")),
                        Times.instant(row, "valid_until")),
                Times.parameter(now),
                limit);
    }
}
