package io.minutebook.reporting.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.PoolStreams;
import io.minutebook.reporting.packs.PackView.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about an account's packs, in the order they are drawn. */
public final class Packs {

    private final JdbcTemplate jdbc;
    private final PackHistory history;
    private final PoolStreams pools;

    public Packs(DataSource dataSource, LedgerEvents events) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.history = new PackHistory(dataSource, events);
        this.pools = new PoolStreams(dataSource);
    }

    public List<PackView> list(AccountId accountId, Filter filter, Instant now) {
        var packs = jdbc.query(
                "select * from pack_view where account_id = ?", (row, _) -> packOf(row), accountId.value());
        return seenAt(now, packs, filter);
    }

    /**
     * As the ledger stood: what a position had left of them, lapse judged at an instant.
     *
     * @param upTo the last position that counts
     */
    public List<PackView> listAsOf(AccountId accountId, Filter filter, long upTo, Instant at) {
        var packs = pools.of(accountId).stream()
                .flatMap(pool -> history.rowsOf(pool, upTo).stream())
                .toList();
        return seenAt(at, packs, filter);
    }

    static List<PackRow> of(PoolId pool, JdbcTemplate jdbc) {
        return jdbc.query(
                "select * from pack_view where account_id = ? and meter = ?"
                        + " and application_id is not distinct from ?::bigint",
                (row, _) -> packOf(row),
                pool.accountId().value(),
                pool.meter().name(),
                pool.applicationId());
    }

    private static List<PackView> seenAt(Instant instant, Collection<PackRow> packs, Filter filter) {
        return packs.stream()
                .filter(pack -> pack.isThereAt(instant))
                .map(pack -> PackView.of(pack, instant))
                .filter(filter::admits)
                .sorted(PackView.DRAW_ORDER)
                .toList();
    }

    private static PackRow packOf(ResultSet row) throws SQLException {
        return new PackRow(
                new PackId(row.getString("pack_id")),
                PackRow.poolOf(row),
                new ProductCode(row.getString("product")),
                new UnitPrice(row.getBigDecimal("unit_price")),
                row.getBoolean("included"),
                Times.instant(row, "bought_at"),
                Times.instant(row, "valid_until"),
                Times.instant(row, "next_step"),
                Times.instantOrNull(row, "refunded_at"),
                PackHistory.balanceOf(row));
    }
}
