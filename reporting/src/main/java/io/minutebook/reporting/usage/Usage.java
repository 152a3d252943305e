package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.PackId;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.months.MonthStatuses;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.reporting.paging.MalformedCursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about usage, always in the order ended_at, source, record_id. */
public final class Usage {

    private static final int ROWS_IN_MEMORY = 1_000;
    private static final int CURSOR_PARTS = 3;

    /** Of records that no late line takes back. */
    private static final String STANDS =
            """
            not taken_back and not exists (
                select from {rows} as gone
                where gone.taken_back and gone.account_id = one.account_id and gone.ended_at = one.ended_at
                    and gone.source = one.source and gone.record_id = one.record_id)""";

    /** One look into the index for each account, however many rows each has. */
    private static final String ACCOUNTS =
            """
            with recursive used as (
                (select account_id from usage_detail order by account_id limit 1)
                union all
                select (select account_id from usage_detail where account_id > used.account_id
                        order by account_id limit 1)
                from used where used.account_id is not null
            ) select account_id from used where account_id is not null""";

    private static final String SUMS =
            """
            select meter, count(*) as records, coalesce(sum(duration_seconds), 0) as seconds,
                   sum(billed_minutes) as billed, sum(drawn_minutes) as drawn, sum(uncovered_minutes) as uncovered
            from""";

    private static final String TOTALS =
            SUMS + " {rows} as one where account_id = ? and billing_month = ? group by meter";

    private static final String TOTALS_NOW = SUMS
            + " (select * from {rows} as one where account_id = ? and billing_month = ? and late_from_month is null"
            + " and " + STANDS
            + " union all select * from {rows} as one where account_id = ? and late_from_month = ? and " + STANDS
            + ") as known group by meter";

    private static final String HAS_TEXT =
            " and concat_ws(' ', record_id, session_id, service_number, caller, callee) ilike ?";


    private static final String IN_ORDER = " order by ended_at, source, record_id limit ?";

    private static final String NOW = "usage_detail";

    /** Rows that were there at a position: those that still are, and those that corrections have taken away since. */
    private static final String THEN =
            """
            (select :columns from usage_detail where position <= :position
             union all
             select :columns from usage_gone where position <= :position and gone_at > :position)"""
                    .replace(":columns", String.join(", ", UsageProjection.COLUMNS));

    private final JdbcTemplate jdbc;
    private final MonthStatuses months;
    private final String rows;

    private Usage(JdbcTemplate jdbc, MonthStatuses months, String rows) {
        this.jdbc = jdbc;
        this.months = months;
        this.rows = rows;
    }

    public Usage(DataSource dataSource, MonthStatuses months) {
        this(new JdbcTemplate(dataSource), months, NOW);
    }

    /** The same questions about what was known at a position; the status of months is what it was then. */
    public Usage asOf(long position, MonthStatuses monthsThen) {
        return new Usage(jdbc, monthsThen, THEN.replace(":position", Long.toString(position)));
    }

    private String of(String sql) {
        return sql.replace("{rows}", rows);
    }

    /** Of a ledger that has closed no month. */
    public Usage(DataSource dataSource) {
        this(dataSource, _ -> MonthStatus.PROVISIONAL);
    }

    public UsagePage page(UsageQuery query, @Nullable String after, int limit) {
        var found = rows(query, after == null ? null : Place.of(Cursor.decode(after, CURSOR_PARTS)), limit + 1);
        var page = Listing.of(found, limit, placed -> placed.place().cursor());
        var rows = page.items().stream().map(Placed::row).toList();
        return new UsagePage(query.month(), query.known().statusOf(query.month(), months), rows, page.next());
    }

    /** What a file of one account is written from. */
    public UsageDetail detail(UsageQuery query, Instant asOf) {
        var status = query.known().statusOf(query.month(), months);
        return new StoredUsage(query.month(), status, asOf, reader -> forEach(query, reader));
    }

    /** What a file of all accounts is written from, of some meters only where given. */
    public UsageDetail detailOfAll(BillingMonth month, Set<Meter> meters, Instant asOf) {
        return new StoredUsage(month, months.statusOf(month), asOf, reader -> {
            for (var account : jdbc.queryForList(ACCOUNTS, String.class)) {
                forEach(UsageQuery.of(new AccountId(account), month, meters), reader);
            }
        });
    }

    /** By meter, in their order; meters without a row are left out. */
    public List<UsageTotal> totals(AccountId accountId, BillingMonth month, Known known) {
        var account = accountId.value();
        var named = month.toString();
        var totals = switch (known) {
            case CLOSED -> jdbc.query(of(TOTALS), (row, _) -> totalOf(row), account, named);
            case NOW -> jdbc.query(of(TOTALS_NOW), (row, _) -> totalOf(row), account, named, account, named);
        };
        return totals.stream()
                .sorted(Comparator.comparing(UsageTotal::meter))
                .toList();
    }

    private static UsageTotal totalOf(ResultSet row) throws SQLException {
        return new UsageTotal(
                Meter.valueOf(row.getString("meter")),
                row.getLong("records"),
                row.getBigDecimal("seconds"),
                row.getLong("billed"),
                row.getLong("drawn"),
                row.getLong("uncovered"));
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
                + " and billing_month in (select month from bill_usage where account_id = ? and pack_id = ?)"
                + " and strpos(';' || pack_draws, ';' || ? || ':') > 0");
        var values = new ArrayList<Object>(
                List.of(accountId.value(), accountId.value(), packId.value(), packId.value()));
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
        var values = new ArrayList<Object>();
        var sql = switch (query.known()) {
            case CLOSED -> rows("billing_month = ?", query, after, limit, values);
            case NOW -> knownNow(query, after, limit, values);
        };
        return jdbc.query(of(sql), (row, _) -> new Placed(placeOf(row), rowOf(row)), values.toArray());
    }

    /** Those booked in time and those booked late, each in order. */
    private static String knownNow(UsageQuery query, @Nullable Place after, int limit, List<Object> values) {
        var inTime = rows("billing_month = ? and late_from_month is null and " + STANDS, query, after, limit, values);
        var late = rows("late_from_month = ? and " + STANDS, query, after, limit, values);
        values.add(limit);
        return "select * from ((" + inTime + ") union all (" + late + ")) as known" + IN_ORDER;
    }

    private static String rows(
            String ofMonth, UsageQuery query, @Nullable Place after, int limit, List<Object> values) {
        var sql = new StringBuilder("select * from {rows} as one where account_id = ? and ").append(ofMonth);
        values.addAll(List.of(query.accountId().value(), query.month().toString()));
        if (!query.meters().isEmpty()) {
            sql.append(" and meter = any(?)");
            values.add(query.meters().stream().map(Meter::name).sorted().toArray(String[]::new));
        }
        if (query.applicationId() != null) {
            sql.append(" and application_id = ?");
            values.add(query.applicationId());
        }
        if (query.text() != null) {
            sql.append(HAS_TEXT);
            values.add("%" + query.text().replaceAll("[%_\\\\]", "\\\\$0") + "%");
        }
        if (after != null) {
            sql.append(" and (ended_at, source, record_id) > (?, ?, ?)");
            values.addAll(List.of(Times.parameter(after.endedAt()), after.source(), after.recordId()));
        }
        values.add(limit);
        return sql.append(IN_ORDER).toString();
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

    static UsageRow rowOf(ResultSet row) throws SQLException {
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
                row.getLong("billed_minutes"),
                row.getLong("drawn_minutes"),
                row.getLong("uncovered_minutes"),
                PackDraw.read(row.getString("pack_draws")),
                orNull(row.getString("late_from_month"), BillingMonth::parse));
    }

    private static <T> @Nullable T orNull(@Nullable String text, Function<String, T> read) {
        return text == null ? null : read.apply(text);
    }
}
