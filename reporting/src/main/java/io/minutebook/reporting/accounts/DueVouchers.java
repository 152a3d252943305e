package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.database.Times;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which vouchers are to lapse. */
public final class DueVouchers {

    private static final String DUE =
            """
            select distinct valid_until, account_id from voucher_view
            where left_fen > 0 and valid_until <= ? and account_id <> all (?)
            order by valid_until, account_id limit ?""";

    private final JdbcTemplate jdbc;

    public DueVouchers(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The next accounts with something to lapse by then, in the order it fell due, but for those held back. */
    public List<DueVoucher> dueBy(Instant now, Set<AccountId> heldBack, int limit) {
        return jdbc.query(
                DUE,
                (row, _) -> new DueVoucher(
                        new AccountId(row.getString("account_id")), Times.instant(row, "valid_until")),
                Times.parameter(now),
                heldBack.stream().map(AccountId::value).toArray(String[]::new),
                limit);
    }
}
