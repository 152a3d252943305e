package io.minutebook.reporting.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.feed.LedgerEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The packs of pools as any position of the ledger left them: folded from their events, from the last checkpoint on
 * where there is one. A checkpoint saves reading and changes no figure.
 */
public final class PackHistory {

    private static final String CHECKPOINT =
            """
            select last.sequence, pack.pack_id, pack.account_id, pack.meter, pack.application_id, pack.product,
                   pack.unit_price, pack.included, pack.bought_at, pack.valid_until, pack.granted, kept.refunded_at,
                   kept.drawn, kept.remaining, kept.expired, kept.refunded
            from (
                select sequence from pack_checkpoint where stream = ? and pack_id = '' and position <= ?
                order by sequence desc limit 1
            ) as last
            left join pack_checkpoint as kept on kept.stream = ? and kept.sequence = last.sequence and kept.pack_id <> ''
            left join pack_view as pack on pack.pack_id = kept.pack_id""";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final LedgerEvents events;
    private final boolean usesCheckpoints;

    private PackHistory(DataSource dataSource, LedgerEvents events, boolean usesCheckpoints) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.events = events;
        this.usesCheckpoints = usesCheckpoints;
    }

    public PackHistory(DataSource dataSource, LedgerEvents events) {
        this(dataSource, events, true);
    }

    /** The same figures from the events alone. */
    public PackHistory withoutCheckpoints() {
        return new PackHistory(dataSource, events, false);
    }

    /** The packs of one pool in the order they are drawn. */
    public List<PackState> of(String pool, long upTo) {
        return rowsOf(pool, upTo).stream().map(PackState::of).sorted(PackState.DRAW_ORDER).toList();
    }

    Collection<PackRow> rowsOf(String pool, long upTo) {
        var start = usesCheckpoints ? checkpoint(pool, upTo) : Start.NOTHING;
        var changes = new PackChanges(start.packs());
        events.payloadsOf(pool, start.sequence(), upTo, event -> changes.add((PackEvent) event));
        return changes.granted();
    }

    /** Where folding begins, and with what. */
    private record Start(long sequence, List<PackRow> packs) {
        static final Start NOTHING = new Start(-1, List.of());
    }

    private Start checkpoint(String pool, long upTo) {
        var packs = new ArrayList<PackRow>();
        var sequences = jdbc.query(
                CHECKPOINT,
                (row, _) -> {
                    var pack = packOf(row);
                    if (pack != null) packs.add(pack);
                    return row.getLong("sequence");
                },
                pool,
                upTo,
                pool);
        return sequences.isEmpty() ? Start.NOTHING : new Start(sequences.getFirst(), packs);
    }

    private static @Nullable PackRow packOf(ResultSet row) throws SQLException {
        var id = row.getString("pack_id");
        if (id == null) return null;
        var validUntil = Times.instant(row, "valid_until");
        return new PackRow(
                new PackId(id),
                PackRow.poolOf(row),
                new ProductCode(row.getString("product")),
                new UnitPrice(row.getBigDecimal("unit_price")),
                row.getBoolean("included"),
                Times.instant(row, "bought_at"),
                validUntil,
                validUntil,
                Times.instantOrNull(row, "refunded_at"),
                balanceOf(row));
    }

    static Balance balanceOf(ResultSet row) throws SQLException {
        return new Balance(
                new Minutes(row.getLong("granted")),
                new Minutes(row.getLong("drawn")),
                new Minutes(row.getLong("remaining")),
                new Minutes(row.getLong("expired")),
                new Minutes(row.getLong("refunded")));
    }
}
