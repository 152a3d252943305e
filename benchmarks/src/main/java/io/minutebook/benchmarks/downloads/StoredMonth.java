package io.minutebook.benchmarks.downloads;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageDetail;
import io.minutebook.reporting.usage.UsageQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A month of so many calls of one account, as the read model of usage has them. */
final class StoredMonth {

    private static final AccountId ACCOUNT = new AccountId("1300000001");
    private static final BillingMonth MONTH = BillingMonth.parse("2025-01");

    private static final String STORE =
            """
            insert into usage_detail
            select '1300000001', '2025-01', timestamptz '2025-01-01T00:00:00+08:00' + number * interval '2.6 seconds',
                   '/cdr/ap-guangzhou', '1400000001:' || md5(number::text) || ':main', 1400000001, md5(number::text),
                   'main', 'MAIN', case number % 4 when 0 then 'TOLL_FREE_INBOUND' else 'LANDLINE_OUTBOUND' end,
                   case number % 4 when 0 then 'INBOUND' else 'OUTBOUND' end, '+862161230000', '+8621****0000',
                   '+86138****' || lpad((number % 10000)::text, 4, '0'),
                   timestamptz '2025-01-01T00:00:00+08:00' + number * interval '2.6 seconds' - interval '125 seconds',
                   timestamptz '2025-01-01T00:00:00+08:00' + number * interval '2.6 seconds' - interval '120 seconds',
                   120.000 + number % 60, 3, 3, 0, 'P' || lpad((number % 40)::text, 12, '0') || ':3', null, false, number
            from generate_series(1, ?) as number""";

    /** What the database alone would need for the same lines. */
    static final String COPIED =
            "copy (select * from usage_detail order by ended_at, source, record_id) to stdout (format csv)";

    private final DataSource dataSource;

    StoredMonth(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void store(int rows) throws SQLException {
        new JdbcTemplate(dataSource).update(STORE, rows);
        try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) usage_detail");
        }
    }

    Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    UsageDetail detail() {
        return new Usage(dataSource).detail(UsageQuery.all(ACCOUNT, MONTH), Instant.parse("2025-02-03T02:00:00Z"));
    }
}
