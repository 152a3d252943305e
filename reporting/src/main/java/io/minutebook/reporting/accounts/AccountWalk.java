package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.feed.EventCondition;
import io.minutebook.reporting.feed.StoredEvent;
import io.minutebook.reporting.feed.StreamPage;
import io.minutebook.reporting.feed.Streams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A way through all that was recorded about an account, in order, which goes on where it stopped. Which streams those are
 * follows from events, so that a read model that lacks a row hides none of them.
 */
public final class AccountWalk {

    private static final int EVENTS_IN_MEMORY = 2_000;

    private static final String ORDERS =
            """
            select 'order-' || (payload ->> 'orderId') from ledger_event
            where aggregate_id = ? and event_type = 'account.order-paid'
            union
            select 'order-' || order_id from order_view where account_id = ?""";

    private static final String NUMBERS =
            """
            select 'number-' || (line ->> 'resourceId')
            from ledger_event, json_array_elements(payload -> 'lines') as line
            where aggregate_id = any(?) and event_type = 'orders.order-placed'""";

    /** From one to the next by the index: a pool may have a million events. */
    private static final String POOLS =
            """
            with recursive pool (stream) as (
                select min(aggregate_id) from ledger_event where aggregate_id > ? and aggregate_id < ?
                union all
                select (select min(aggregate_id) from ledger_event where aggregate_id > stream and aggregate_id < ?)
                from pool where stream is not null
            )
            select stream from pool where stream is not null""";

    private final AccountId accountId;
    private final JdbcTemplate jdbc;
    private final Streams streams;
    private final Map<String, Long> lastRead = new HashMap<>();
    private long position;

    public AccountWalk(AccountId accountId, DataSource dataSource) {
        this.accountId = accountId;
        this.jdbc = new JdbcTemplate(dataSource);
        this.streams = new Streams(dataSource);
    }

    /** Up to a settled position; few events are in memory and no transaction stays open. */
    public void goOn(long upTo, Consumer<StoredEvent> reader) {
        var longStreams = longStreams();
        var shortStreams = shortStreams();
        StreamPage page;
        do {
            page = streams.page(
                    longStreams, shortStreams, position, EventCondition.between(position, upTo), EVENTS_IN_MEMORY);
            for (var event : page.events()) {
                longStreams.replace(event.aggregateId(), event.sequence());
                reader.accept(event);
                position = event.position();
            }
        } while (page.hasMore());
        lastRead.putAll(longStreams);
    }

    /** With the last sequence read of each. */
    private SortedMap<String, Long> longStreams() {
        var found = new TreeMap<String, Long>();
        for (var stream : AccountEvents.ownStreamsOf(accountId)) found.put(stream, -1L);
        var first = "packs-" + accountId + "-";
        var behindLast = "packs-" + accountId + ".";
        for (var pool : jdbc.queryForList(POOLS, String.class, first, behindLast, behindLast)) found.put(pool, -1L);
        found.replaceAll(lastRead::getOrDefault);
        return found;
    }

    private List<String> shortStreams() {
        var orders = jdbc.queryForList(ORDERS, String.class, "account-" + accountId, accountId.value());
        var numbers = jdbc.queryForList(NUMBERS, String.class, (Object) orders.toArray(String[]::new));
        orders.addAll(numbers);
        return orders;
    }
}
