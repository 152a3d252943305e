package io.minutebook.reporting.history;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.accounts.AccountEvents;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.bills.BillsProjection;
import io.minutebook.reporting.bills.PastUsage;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.PoolStreams;
import io.minutebook.reporting.months.PastMonths;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.usage.Usage;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Usage and bills as they were at a position, however many events lie before it: rows of usage say from where to where
 * they stood; a bill is built from all events of the account but its usage, and what that came to is read from the last
 * checkpoint on.
 */
public final class Past {

    private static final Projection BILLS = new BillsProjection();

    private final Usage usage;
    private final PastUsage pastUsage;
    private final PoolStreams pools;
    private final TablesForAWhile tables;
    private final AccountEvents accountEvents;
    private final LedgerEvents events;

    public Past(DataSource dataSource, Usage usage, AccountEvents accountEvents, LedgerEvents events) {
        this.usage = usage;
        this.pastUsage = new PastUsage(dataSource, events);
        this.pools = new PoolStreams(dataSource);
        this.tables = new TablesForAWhile(dataSource, BILLS);
        this.accountEvents = accountEvents;
        this.events = events;
    }

    public Usage usageAt(long position) {
        return usage.asOf(position, PastMonths.upTo(position, events));
    }

    /**
     * The answer to a question about bills.
     *
     * @param question asks the tables of that position, which end with the answer
     */
    public <T> T askBills(AccountId accountId, long position, Function<Bills, T> question) {
        var months = PastMonths.upTo(position, events);
        return tables.ask(beside -> {
            var jdbc = new JdbcTemplate(beside);
            var replayed = new Replayed(List.of(BILLS), jdbc, months);
            accountEvents.forEachButUsage(accountId, position, stored -> replayed.add(events.eventOf(stored)));
            replayed.end();
            pastUsage.write(pools.of(accountId), position, jdbc);
            return question.apply(new Bills(beside, months));
        });
    }
}
