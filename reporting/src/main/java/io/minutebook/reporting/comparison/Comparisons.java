package io.minutebook.reporting.comparison;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.comparison.Comparison.Finding;
import io.minutebook.reporting.comparison.Comparison.State;
import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which comparisons were asked for or due, in whichever process, and what they found; kept for ever. */
public final class Comparisons {

    private static final String DUE_BY_ITSELF = "system:comparison";

    private static final String REQUEST =
            """
            insert into comparison (day, requested_by, seed, sample, account_id) values (?, ?, ?, ?, ?)
            on conflict (day) do nothing returning *""";

    /** The first event of every account that was ever registered, whatever the read models say. */
    private static final String SAMPLE =
            """
            select substr(aggregate_id, length('account-') + 1) from ledger_event
            where aggregate_id > 'account-' and aggregate_id < 'account.' and sequence = 0
            order by hashtextextended(aggregate_id, ?), aggregate_id limit ?""";

    private static final String DIFFERENCES =
            """
            select difference.* from comparison_difference as difference
            join comparison_finding as finding on finding.id = finding_id
            where comparison_id = any(?) order by finding_id, number""";

    private final JdbcTemplate jdbc;

    public Comparisons(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * A new one, done after those that were asked for before.
     *
     * @param accountId the only account to compare; null for a sample
     */
    public Comparison request(String requestedBy, long seed, int sample, @Nullable AccountId accountId) {
        var account = accountId == null ? null : accountId.value();
        return jdbc.query(REQUEST, (row, _) -> comparisonOf(row, List.of()), null, requestedBy, seed, sample, account)
                .getFirst();
    }

    /** The one of a day, which is the seed too; without effect where it was put down before. */
    void due(LocalDate day, int sample) {
        jdbc.query(
                REQUEST,
                (row, _) -> row.getLong("id"),
                day,
                DUE_BY_ITSELF,
                day.toEpochDay(),
                sample,
                null);
    }

    /** The next to be done. */
    Optional<Comparison> open() {
        return jdbc
                .query(
                        "select * from comparison where finished_at is null order by id limit 1",
                        (row, _) -> comparisonOf(row, List.of()))
                .stream()
                .findFirst();
    }

    List<AccountId> accountsOf(Comparison comparison) {
        var only = comparison.accountId();
        if (only != null) return List.of(new AccountId(only));
        return jdbc.queryForList(SAMPLE, String.class, comparison.seed(), comparison.sample()).stream()
                .map(AccountId::new)
                .toList();
    }

    void begun(long id) {
        jdbc.update("update comparison set begun_at = now(), compared = 0 where id = ?", id);
    }

    void compared(long id) {
        jdbc.update("update comparison set compared = compared + 1 where id = ?", id);
    }

    /** Once for each account of a comparison, also where it is begun again; part of a transaction. */
    void found(long id, AccountId accountId, Found found) {
        var findings = jdbc.queryForList(
                """
                insert into comparison_finding (comparison_id, account_id, lines) values (?, ?, ?)
                on conflict (comparison_id, account_id) do nothing returning id""",
                Long.class,
                id,
                accountId.value(),
                found.lines());
        if (findings.isEmpty()) return;
        var rows = new Columns("bigint", "bigint", "bigint", "text", "text", "text", "text", "text");
        long number = 0;
        for (var difference : found.first()) add(findings.getFirst(), ++number, difference, rows);
        rows.write(jdbc, "insert into comparison_difference select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)");
    }

    private static void add(long finding, long number, RowDifference difference, Columns rows) {
        rows.row(
                finding, number, difference.position(), difference.table(), difference.key(),
                difference.column(), difference.live(), difference.replayed());
    }

    void finished(long id) {
        jdbc.update("update comparison set finished_at = now() where id = ?", id);
    }

    void givenUp(long id, String error) {
        jdbc.update("update comparison set finished_at = now(), error = ? where id = ?", error, id);
    }

    /** Newest first. */
    public List<Comparison> list(int limit) {
        var ids = jdbc.queryForList("select id from comparison order by id desc limit ?", Long.class, limit)
                .toArray(Long[]::new);
        var findings = findingsOf(ids);
        return jdbc.query(
                "select * from comparison where id = any(?) order by id desc",
                (row, _) -> comparisonOf(row, findings.getOrDefault(row.getLong("id"), List.of())),
                (Object) ids);
    }

    private Map<Long, List<Finding>> findingsOf(Long[] ids) {
        var differences = new HashMap<Long, List<RowDifference>>();
        jdbc.query(
                DIFFERENCES,
                row -> {
                    differences.computeIfAbsent(row.getLong("finding_id"), _ -> new ArrayList<>())
                            .add(differenceOf(row));
                },
                (Object) ids);
        var findings = new HashMap<Long, List<Finding>>();
        jdbc.query(
                "select * from comparison_finding where comparison_id = any(?) order by id",
                row -> {
                    findings.computeIfAbsent(row.getLong("comparison_id"), _ -> new ArrayList<>())
                            .add(findingOf(row, differences.getOrDefault(row.getLong("id"), List.of())));
                },
                (Object) ids);
        return findings;
    }

    private static Finding findingOf(ResultSet row, List<RowDifference> differences) throws SQLException {
        return new Finding(
                row.getString("account_id"), row.getLong("lines"), Times.instant(row, "found_at"), differences);
    }

    private static RowDifference differenceOf(ResultSet row) throws SQLException {
        return new RowDifference(
                row.getLong("position"),
                row.getString("table_name"),
                row.getString("row_key"),
                row.getString("column_name"),
                row.getString("live"),
                row.getString("replayed"));
    }

    private static Comparison comparisonOf(ResultSet row, List<Finding> findings) throws SQLException {
        var begunAt = Times.instantOrNull(row, "begun_at");
        var finishedAt = Times.instantOrNull(row, "finished_at");
        var error = row.getString("error");
        var open = begunAt == null ? State.WAITING : State.RUNNING;
        var ended = error == null ? State.DONE : State.GIVEN_UP;
        return new Comparison(
                row.getLong("id"),
                finishedAt == null ? open : ended,
                Objects.requireNonNull(row.getString("requested_by")),
                Times.instant(row, "requested_at"),
                row.getLong("seed"),
                row.getInt("sample"),
                row.getString("account_id"),
                begunAt,
                row.getInt("compared"),
                finishedAt,
                error,
                findings);
    }
}
