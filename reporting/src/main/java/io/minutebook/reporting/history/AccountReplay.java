package io.minutebook.reporting.history;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.accounts.AccountEvents;
import io.minutebook.reporting.accounts.EventFilter;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.bills.BillsProjection;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.months.PastMonths;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageProjection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The read models of one account as they were at a position: built from its events alone by the projections that build
 * the live ones, so that the same questions have the same answers. {@link Past} has them sooner.
 */
public final class AccountReplay {

    private static final Projection USAGE = new UsageProjection();
    private static final Projection BILLS = new BillsProjection();

    private final TablesForAWhile tables;
    private final AccountEvents accountEvents;
    private final LedgerEvents events;

    public AccountReplay(DataSource dataSource, AccountEvents accountEvents, LedgerEvents events) {
        this.tables = new TablesForAWhile(dataSource, USAGE, BILLS);
        this.accountEvents = accountEvents;
        this.events = events;
    }

    /** Whom to ask about the position. */
    public record Then(Usage usage, Bills bills, DataSource tables) {}

    /**
     * The answer to a question about usage or bills.
     *
     * @param question asks the tables of that position, which end with the answer
     */
    public <T> T ask(AccountId accountId, long upTo, Function<Then, T> question) {
        var months = PastMonths.upTo(upTo, events);
        return tables.ask(beside -> {
            var replayed = new Replayed(List.of(USAGE, BILLS), new JdbcTemplate(beside), months);
            accountEvents.forEach(accountId, EventFilter.upTo(upTo), stored -> replayed.add(events.eventOf(stored)));
            replayed.end();
            return question.apply(new Then(new Usage(beside, months), new Bills(beside, months), beside));
        });
    }
}
