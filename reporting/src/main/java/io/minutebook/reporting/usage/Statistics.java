package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.days.Days;
import io.minutebook.reporting.usage.UsageStatistics.Day;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much an account used by day, of one application only where given. */
public final class Statistics {

    private static final String DAYS =
            """
            select day, meter, sum(records) as records, sum(talk_millis) as talk_millis, sum(billed_minutes) as billed
            from usage_day
            where account_id = ? and day between ? and ? and (?::bigint is null or application_id = ?)
            group by day, meter having sum(records) > 0 order by day, meter""";

    private static final String AGENTS =
            """
            select count(distinct agent) from agent_day
            where account_id = ? and day between ? and ? and (?::bigint is null or application_id = ?) and legs > 0""";

    private final JdbcTemplate jdbc;

    public Statistics(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public UsageStatistics of(AccountId accountId, Days days, @Nullable Long applicationId) {
        var values = new @Nullable Object[] {accountId.value(), days.from(), days.to(), applicationId, applicationId};
        var agents = jdbc.queryForObject(AGENTS, Long.class, values);
        var found = jdbc.query(DAYS, (row, _) -> dayOf(row), values);
        return new UsageStatistics(days.from(), days.to(), found, Objects.requireNonNull(agents));
    }

    private static Day dayOf(ResultSet row) throws SQLException {
        return new Day(
                row.getObject("day", LocalDate.class),
                Meter.valueOf(row.getString("meter")),
                row.getLong("records"),
                BigDecimal.valueOf(row.getLong("talk_millis"), 3),
                new Minutes(row.getLong("billed")));
    }
}
