package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.reporting.paging.MalformedCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about usage, always in the order ended_at, source, record_id. */
public final class Usage {

    private static final int ROWS_IN_MEMORY = 1_000;
    private static final int CURSOR_PARTS = 3;

    private final JdbcTemplate jdbc;

    public Usage(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public UsagePage page(UsageQuery query, @Nullable String after, int limit) {
        var found = rows(query, after == null ? null : Place.of(Cursor.decode(after, CURSOR_PARTS)), limit + 1);
        var page = Listing.of(found, limit, placed -> placed.place().cursor());
        var rows = page.items().stream().map(Placed::row).toList();
        return new UsagePage(query.month(), MonthStatus.PROVISIONAL, rows, page.next());
    }

    /** Every row of the month; however many there are, few are in memory and no transaction stays open. */
    public void forEach(UsageQuery query, Consumer<UsageRow> reader) {
        @Nullable Place after = null;
        List<Placed> rows;
        do {
            rows = rows(query, after, ROWS_IN_MEMORY);
            rows.forEach(placed -> reader.accept(placed.row()));
            if (!rows.isEmpty()) after = rows.getLast().place();
        } while (rows.size() == ROWS_IN_MEMORY);
    }

    /** Every producer of which usage was booked; they are few. */
    public List<String> sources() {
        return jdbc.queryForList("select source from usage_source order by source", String.class);
    }

    /** What usage drew from one pack, by month and then in the order of the usage detail. */
    public Listing<DrawnUsage> drawsFrom(
            AccountId accountId, PackId packId, @Nullable BillingMonth month, @Nullable String after, int limit) {
        var sql = new StringBuilder("select * from usage_detail where account_id = ?"
                + " and strpos(';' || pack_draws, ';' || ? || ':') > 0");
        var values = new ArrayList<Object>(List.of(accountId.value(), packId.value()));
        if (month != null) {
            sql.append(" and billing_month = ?");
            values.add(month.toString());
        }
        if (after != null) {
            var key = Cursor.decode(after, CURSOR_PARTS + 1).key();
            var place = Place.of(new Cursor(key.subList(1, key.size())));
            sql.append(" and (billing_month, ended_at, source, record_id) > (?, ?, ?, ?)");
            values.addAll(List.of(key.getFirst(), Times.parameter(place.endedAt()), place.source(), place.recordId()));
        }
        sql.append(" order by billing_month, ended_at, source, record_id limit ?");
        values.add(limit + 1);
        var found = jdbc.query(
                sql.toString(),
                (row, _) -> DrawnUsage.of(rowOf(row), row.getString("source"), packId),
                values.toArray());
        return Listing.of(found, limit, DrawnUsage::cursor);
    }

    private List<Placed> rows(UsageQuery query, @Nullable Place after, int limit) {
        var sql = new StringBuilder("select * from usage_detail where account_id = ? and billing_month = ?");
        var values = new ArrayList<Object>(List.of(query.accountId().value(), query.month().toString()));
        if (query.meter() != null) {
            sql.append(" and meter = ?");
            values.add(query.meter().name());
        }
        if (query.applicationId() != null) {
            sql.append(" and application_id = ?");
            values.add(query.applicationId());
        }
        if (after != null) {
            sql.append(" and (ended_at, source, record_id) > (?, ?, ?)");
            values.addAll(List.of(Times.parameter(after.endedAt()), after.source(), after.recordId()));
        }
        sql.append(" order by ended_at, source, record_id limit ?");
        values.add(limit);
        return jdbc.query(sql.toString(), (row, _) -> new Placed(placeOf(row), rowOf(row)), values.toArray());
    }

    private record Placed(Place place, UsageRow row) {}

    private record Place(Instant endedAt, String source, String recordId) {

        static Place of(Cursor cursor) {
            try {
                return new Place(Instant.parse(cursor.key().get(0)), cursor.key().get(1), cursor.key().get(2));
            } catch (DateTimeException e) {
                throw new MalformedCursor(e);
            }
        }

        Cursor cursor() {
            return Cursor.at(endedAt.toString(), source, recordId);
        }
    }

    private static Place placeOf(ResultSet row) throws SQLException {
        return new Place(Times.instant(row, "ended_at"), row.getString("source"), row.getString("record_id"));
    }

    private static UsageRow rowOf(ResultSet row) throws SQLException {
        return new UsageRow(
                BillingMonth.parse(row.getString("billing_month")),
                new AccountId(row.getString("account_id")),
                row.getLong("application_id"),
                row.getString("record_id"),
                row.getString("session_id"),
                row.getString("leg_id"),
                orNull(row.getString("leg_type"), LegType::valueOf),
                Meter.valueOf(row.getString("meter")),
                orNull(row.getString("direction"), Direction::valueOf),
                row.getString("service_number"),
                row.getString("caller"),
                row.getString("callee"),
                Times.instantOrNull(row, "started_at"),
                Times.instantOrNull(row, "answered_at"),
                Times.instant(row, "ended_at"),
                row.getBigDecimal("duration_seconds"),
                new Minutes(row.getLong("billed_minutes")),
                new Minutes(row.getLong("drawn_minutes")),
                new Minutes(row.getLong("uncovered_minutes")),
                PackDraw.read(row.getString("pack_draws")),
                orNull(row.getString("late_from_month"), BillingMonth::parse));
    }

    private static <T> @Nullable T orNull(@Nullable String text, Function<String, T> read) {
        return text == null ? null : read.apply(text);
    }
}
