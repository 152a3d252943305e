package io.minutebook.reporting.journal;

import io.minutebook.reporting.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of the list of a month's postings, in their order: what events moved first, then what was summed up. */
enum JournalPart {
    EVENTS("journal_posting where month = ?", "position, line", "?::bigint, ?::integer"),
    DRAWS("journal_usage where month = ? and (earned_fen <> 0 or broken_fen <> 0)", "account_id, pack_id", "?, ?"),
    DAYS(
            "journal_term where starts < ? and coalesce(ended_at, ends) > ?",
            "account_id, resource_id, order_id",
            "?, ?, ?"),
    LAPSES(
            "journal_voucher where lapses_at >= ? and lapses_at < ? and lapses_at <= ?",
            "account_id, voucher_id",
            "?, ?");

    static final int LONGEST_KEY = 3;

    private final String rows;
    private final String columns;
    private final String place;

    /** A row, its key and its postings. */
    record Read(List<String> key, List<JournalLine> lines) {}

    /** The columns are the key, and its place what is compared with them. */
    JournalPart(String rows, String columns, String place) {
        this.rows = rows;
        this.columns = columns;
        this.place = place;
    }

    int keyLength() {
        return keys().size();
    }

    private List<String> keys() {
        return List.of(columns.split(", ", -1));
    }

    /**
     * The next rows, in the order of their keys.
     *
     * @param comparison {@code >=} or {@code >}, with the key that is read from on
     */
    List<Read> rows(JournalQuery query, String comparison, @Nullable List<String> from, int limit, JdbcTemplate jdbc) {
        var sql = new StringBuilder("select * from ").append(rows);
        var parameters = new ArrayList<>(restriction(query));
        if (query.accountId() != null) {
            sql.append(" and account_id = ?");
            parameters.add(query.accountId().value());
        }
        if (from != null) {
            sql.append(" and (%s) %s (%s)".formatted(columns, comparison, place));
            parameters.addAll(from);
        }
        sql.append(" order by ").append(columns).append(" limit ?");
        parameters.add(limit);
        return jdbc.query(sql.toString(), (row, _) -> read(row, query), parameters.toArray());
    }

    private List<Object> restriction(JournalQuery query) {
        var start = Times.parameter(query.month().start());
        var end = Times.parameter(query.month().next().start());
        return switch (this) {
            case EVENTS, DRAWS -> List.of(query.month().toString());
            case DAYS -> List.of(end, start);
            case LAPSES -> List.of(start, end, Times.parameter(query.now()));
        };
    }

    private Read read(ResultSet row, JournalQuery query) throws SQLException {
        var key = new ArrayList<String>();
        for (var column : keys()) key.add(row.getString(column));
        var lines = switch (this) {
            case EVENTS -> JournalLines.ofEvent(row);
            case DRAWS -> JournalLines.ofDraws(row, query);
            case DAYS -> JournalLines.ofDays(row, query);
            case LAPSES -> JournalLines.ofLapse(row, query);
        };
        return new Read(key, lines);
    }
}
