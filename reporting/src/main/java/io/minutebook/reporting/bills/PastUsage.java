package io.minutebook.reporting.bills;

import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.reporting.feed.LedgerEvents;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the usage of pools came to at any position of the ledger: added up from their events, from the last checkpoint on
 * where there is one. A checkpoint saves reading and changes no figure.
 */
public final class PastUsage {

    private final JdbcTemplate jdbc;
    private final LedgerEvents events;

    public PastUsage(DataSource dataSource, LedgerEvents events) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.events = events;
    }

    /**
     * Puts it in the place of what the tables of a bill hold.
     *
     * @param tables where {@code bill_usage} is that of the position
     */
    public void write(Iterable<String> pools, long upTo, JdbcTemplate tables) {
        var usage = new BillUsage();
        for (var pool : pools) add(pool, upTo, usage);
        tables.execute("delete from bill_usage");
        usage.write(tables);
    }

    private void add(String pool, long upTo, BillUsage usage) {
        var reached = BillCheckpoints.lastOf(pool, upTo, jdbc);
        usage.addAll(reached.usage());
        events.payloadsOf(pool, reached.sequence(), upTo, event -> {
            if (event instanceof MinutesDrawn drawn) usage.add(drawn);
            if (event instanceof DrawReversed reversed) usage.takeOff(reversed);
        });
    }
}
