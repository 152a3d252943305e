package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.days.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether the rows of the usage detail and the draws of the packs tell the same, by day and meter. One statement
 * reads both sides, which one transaction wrote, so that records on their way make no difference.
 */
public final class Reconciliation {

    private static final String BOTH_SIDES =
            """
            select day, meter,
                   coalesce(listed.billed, 0) as billed, coalesce(listed.drawn, 0) as drawn,
                   coalesce(listed.uncovered, 0) as uncovered,
                   coalesce(packs.drawn, 0) as packs_drawn, coalesce(packs.uncovered, 0) as packs_uncovered
            from (
                select (ended_at at time zone 'Asia/Shanghai')::date as day, meter, sum(billed_minutes) as billed,
                       sum(drawn_minutes) as drawn, sum(uncovered_minutes) as uncovered
                from usage_detail
                where account_id = ? and billing_month >= ? and ended_at >= ? and ended_at < ? and billed_minutes > 0
                group by 1, 2
            ) as listed full join (
                select day, meter, sum(drawn_minutes) as drawn, sum(uncovered_minutes) as uncovered
                from usage_day
                where account_id = ? and day between ? and ?
                group by 1, 2 having sum(drawn_minutes) <> 0 or sum(uncovered_minutes) <> 0
            ) as packs using (day, meter)
            order by day, meter""";

    private final JdbcTemplate jdbc;

    public Reconciliation(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Days and meters on which minutes were billed or drawn, in this order. */
    public List<ReconciledDay> of(AccountId accountId, Days days) {
        return jdbc.query(
                BOTH_SIDES,
                (row, _) -> dayOf(row),
                accountId.value(),
                days.firstMonth().toString(),
                Times.parameter(days.start()),
                Times.parameter(days.end()),
                accountId.value(),
                days.from(),
                days.to());
    }

    private static ReconciledDay dayOf(ResultSet row) throws SQLException {
        var packsDrawn = minutes(row, "packs_drawn");
        var packsUncovered = minutes(row, "packs_uncovered");
        return ReconciledDay.of(
                row.getObject("day", LocalDate.class),
                Meter.valueOf(row.getString("meter")),
                new ReconciledDay.Side(minutes(row, "billed"), minutes(row, "drawn"), minutes(row, "uncovered")),
                new ReconciledDay.Side(packsDrawn.plus(packsUncovered), packsDrawn, packsUncovered));
    }

    private static Minutes minutes(ResultSet row, String column) throws SQLException {
        return new Minutes(row.getLong(column));
    }
}
