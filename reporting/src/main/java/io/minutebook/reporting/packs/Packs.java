package io.minutebook.reporting.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.PackEvent;
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
    private final LedgerEvents events;
    private final PoolStreams pools;

    public Packs(DataSource dataSource, LedgerEvents events) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.events = events;
        this.pools = new PoolStreams(dataSource);
    }

    public List<PackView> list(AccountId accountId, Filter filter, Instant now) {
        var packs = jdbc.query(
                "select * from pack_view where account_id = ?", (row, _) -> packOf(row), accountId.value());
        return seenAt(now, packs, filter);
    }

    /** As the ledger stood: folded from what was recorded by then, lapse judged at that instant. */
    public List<PackView> listAsOf(AccountId accountId, Filter filter, Instant asOf) {
        var changes = new PackChanges();
        events.payloadsOf(pools.of(accountId), asOf, event -> changes.add((PackEvent) event));
        return seenAt(asOf, changes.granted(), filter);
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
                Times.instantOrNull(row, "refunded_at"),
                balanceOf(row));
    }

    private static Balance balanceOf(ResultSet row) throws SQLException {
        return new Balance(
                new Minutes(row.getLong("granted")),
                new Minutes(row.getLong("drawn")),
                new Minutes(row.getLong("remaining")),
                new Minutes(row.getLong("expired")),
                new Minutes(row.getLong("refunded")));
    }
}
