package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.reporting.paging.MalformedCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Explains, line by line, why what is known today of a month differs from what it was closed with: as known now = as
 * closed + late lines of this month - lines of earlier months.
 */
public final class UsageDifferences {

    private static final int CURSOR_PARTS = 4;

    /** In the order in which they were booked, month by month. */
    private static final String LINES =
            """
            select * from (
                select *, case when taken_back then 'TAKEN_BACK' else 'LATE' end as reason from usage_detail
                where account_id = ? and late_from_month = ?
                union all
                select *, 'OF_EARLIER_MONTH' from usage_detail
                where account_id = ? and billing_month = ? and late_from_month is not null
            ) as line
            where ?::text is null or (billing_month, ended_at, source, record_id) > (?, ?::timestamptz, ?, ?)
            order by billing_month, ended_at, source, record_id limit ?""";

    private static final String SUMS =
            """
            select meter, sum(closed) as closed, sum(now) as now from (
                select meter, billed_minutes as closed,
                       case when late_from_month is null then billed_minutes else 0 end as now
                from usage_detail where account_id = ? and billing_month = ?
                union all
                select meter, 0, billed_minutes from usage_detail where account_id = ? and late_from_month = ?
            ) as line group by meter order by meter""";

    private final JdbcTemplate jdbc;

    public UsageDifferences(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public Listing<DifferenceLine> lines(
            AccountId accountId, BillingMonth month, @Nullable String after, int limit) {
        var place = after == null ? null : Place.of(Cursor.decode(after, CURSOR_PARTS));
        var account = accountId.value();
        var named = month.toString();
        var values = new ArrayList<@Nullable Object>(List.of(account, named, account, named));
        values.add(place == null ? null : place.bookedIn());
        values.add(place == null ? null : place.bookedIn());
        values.add(place == null ? null : Times.parameter(place.endedAt()));
        values.add(place == null ? null : place.source());
        values.add(place == null ? null : place.recordId());
        values.add(limit + 1);
        var found = jdbc.query(LINES, (row, _) -> new Placed(Place.of(row), lineOf(row)), values.toArray());
        var page = Listing.of(found, limit, placed -> placed.place().cursor());
        return new Listing<>(page.items().stream().map(Placed::line).toList(), page.next());
    }

    public List<MeterDifference> sums(AccountId accountId, BillingMonth month) {
        var account = accountId.value();
        var named = month.toString();
        return jdbc.query(
                SUMS,
                (row, _) -> new MeterDifference(
                        Meter.valueOf(row.getString("meter")), row.getLong("closed"), row.getLong("now")),
                account,
                named,
                account,
                named);
    }

    private static DifferenceLine lineOf(ResultSet row) throws SQLException {
        return new DifferenceLine(DifferenceReason.valueOf(row.getString("reason")), Usage.rowOf(row));
    }

    private record Placed(Place place, DifferenceLine line) {}

    private record Place(String bookedIn, Instant endedAt, String source, String recordId) {

        static Place of(ResultSet row) throws SQLException {
            return new Place(
                    row.getString("billing_month"),
                    Times.instant(row, "ended_at"),
                    row.getString("source"),
                    row.getString("record_id"));
        }

        static Place of(Cursor cursor) {
            var key = cursor.key();
            try {
                return new Place(key.get(0), Instant.parse(key.get(1)), key.get(2), key.get(3));
            } catch (DateTimeException e) {
                throw new MalformedCursor(e);
            }
        }

        Cursor cursor() {
            return Cursor.at(bookedIn, endedAt.toString(), source, recordId);
        }
    }
}
