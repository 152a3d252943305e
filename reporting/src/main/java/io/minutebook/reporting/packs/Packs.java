package io.minutebook.reporting.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.packs.PackView.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about an account's packs, in the order they are drawn. */
public final class Packs {

    private final JdbcTemplate jdbc;
    private final LedgerEvents events;

    public Packs(DataSource dataSource, LedgerEvents events) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.events = events;
    }

    public List<PackView> list(AccountId accountId, Filter filter, Instant now) {
        var packs = jdbc.query(
                "select * from pack_view where account_id = ?", (row, _) -> packOf(row), accountId.value());
        return seenAt(now, packs, filter);
    }

    /** As the ledger stood: folded from what was recorded by then, lapse judged at that instant. */
    public List<PackView> listAsOf(AccountId accountId, Filter filter, Instant asOf) {
        var changes = new PackChanges();
        events.payloadsOf(poolsOf(accountId), asOf, event -> changes.add((PackEvent) event));
        return seenAt(asOf, changes.granted(), filter);
    }

    private static List<PackView> seenAt(Instant instant, Collection<PackRow> packs, Filter filter) {
        return packs.stream()
                .map(pack -> PackView.of(pack, instant))
                .filter(filter::admits)
                .sorted(PackView.DRAW_ORDER)
                .toList();
    }

    private static List<String> poolsOf(AccountId accountId) {
        return Arrays.stream(Meter.values())
                .filter(Meter::drawsFromPacks)
                .map(meter -> "packs-" + accountId + "-" + meter)
                .toList();
    }

    private static PackRow packOf(ResultSet row) throws SQLException {
        return new PackRow(
                new PackId(row.getString("pack_id")),
                new AccountId(row.getString("account_id")),
                Meter.valueOf(row.getString("meter")),
                new ProductCode(row.getString("product")),
                new UnitPrice(row.getBigDecimal("unit_price")),
                Times.instant(row, "bought_at"),
                Times.instant(row, "valid_until"),
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
