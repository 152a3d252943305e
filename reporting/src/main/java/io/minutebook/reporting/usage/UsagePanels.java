package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.days.Days;
import io.minutebook.reporting.usage.UsageSums.OfMeter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much an account used in several ranges of days, of one application only where given. */
public final class UsagePanels {

    private static final String USED =
            """
            select asked.number, meter, sum(records) as records, sum(talk_millis) as talk_millis,
                   sum(billed_minutes) as billed
            from unnest(?::date[], ?::date[]) with ordinality as asked (first, last, number)
            join usage_day on account_id = ? and day between first and last
                and (?::bigint is null or application_id = ?)
            group by asked.number, meter having sum(records) > 0""";

    private static final String AGENTS =
            """
            select count(distinct agent) filter (where legs > 0)
            from unnest(?::date[], ?::date[]) with ordinality as asked (first, last, number)
            left join agent_day on account_id = ? and day between first and last
                and (?::bigint is null or application_id = ?)
            group by asked.number order by asked.number""";

    private final JdbcTemplate jdbc;

    public UsagePanels(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The sums of each range, in the order asked. */
    public List<UsageSums> of(AccountId accountId, List<Days> ranges, @Nullable Long applicationId) {
        var first = ranges.stream().map(days -> days.from().toString()).toArray(String[]::new);
        var last = ranges.stream().map(days -> days.to().toString()).toArray(String[]::new);
        var values = new @Nullable Object[] {first, last, accountId.value(), applicationId, applicationId};
        var agents = jdbc.queryForList(AGENTS, Long.class, values);
        var used = ranges.stream().<Map<Meter, OfMeter>>map(_ -> new EnumMap<>(Meter.class)).toList();
        jdbc.query(USED, row -> {
            var sums = sumsOf(row);
            used.get(row.getInt("number") - 1).put(sums.meter(), sums);
        }, values);
        var panel = new ArrayList<UsageSums>();
        for (int range = 0; range < ranges.size(); range++) {
            var days = ranges.get(range);
            panel.add(new UsageSums(days.from(), days.to(), whole(used.get(range)), agents.get(range)));
        }
        return panel;
    }

    private static OfMeter sumsOf(ResultSet row) throws SQLException {
        return new OfMeter(
                Meter.valueOf(row.getString("meter")),
                row.getLong("records"),
                BigDecimal.valueOf(row.getLong("talk_millis"), 3),
                new Minutes(row.getLong("billed")));
    }

    private static List<OfMeter> whole(Map<Meter, OfMeter> used) {
        return Stream.of(Meter.values())
                .map(meter -> used.getOrDefault(meter, OfMeter.none(meter)))
                .toList();
    }
}
