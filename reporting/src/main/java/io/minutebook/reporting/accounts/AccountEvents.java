package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.feed.EventCondition;
import io.minutebook.reporting.feed.PoolStreams;
import io.minutebook.reporting.feed.StoredEvent;
import io.minutebook.reporting.feed.StreamPage;
import io.minutebook.reporting.feed.Streams;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.reporting.paging.MalformedCursor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All that was recorded about an account, oldest first: its own stream, its usage, packs, seats, chat, numbers, orders,
 * refunds, corrections and uses beyond its plans. A page goes on where the one before ended, whatever is recorded
 * meanwhile.
 */
public final class AccountEvents {

    private static final String SHORT_STREAMS =
            """
            select 'order-' || order_id from order_view where account_id = ?
            union all
            select 'number-' || resource_id from resource_view where account_id = ? and kind = 'NUMBER'""";

    private static final int EVENTS_IN_MEMORY = 2_000;

    private final JdbcTemplate jdbc;
    private final Streams streams;
    private final PoolStreams pools;

    public AccountEvents(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.streams = new Streams(dataSource);
        this.pools = new PoolStreams(dataSource);
    }

    /** A page of the events that are asked for. */
    public Listing<StoredEvent> list(AccountId accountId, EventFilter filter, @Nullable String after, int limit) {
        var longStreams = longStreamsOf(accountId);
        var place = after == null ? Place.start(longStreams) : Place.of(accountId, longStreams, after);
        var page = page(accountId, place, filter.condition(), limit);
        return new Listing<>(page.events(), page.hasMore() ? place.after(page).cursor(accountId).encoded() : null);
    }

    /** The last of the events that are asked for, newest first; those before are up to the position before the last's. */
    public StreamPage latest(AccountId accountId, EventFilter filter, int limit) {
        var type = filter.type();
        var pooled = type == null || type.startsWith("packs");
        var all = new ArrayList<String>(pooled ? longStreamsOf(accountId) : ownStreamsOf(accountId));
        all.addAll(shortStreamsOf(accountId));
        return streams.latest(all, filter.condition(), limit);
    }

    /** Every one of them; however many there are, few are in memory and no transaction stays open. */
    public void forEach(AccountId accountId, EventFilter filter, Consumer<StoredEvent> reader) {
        forEach(accountId, filter.condition(), reader);
    }

    /** All up to a position but the usage itself: little of it, and read as quickly however much usage there is. */
    public void forEachButUsage(AccountId accountId, long upTo, Consumer<StoredEvent> reader) {
        forEach(accountId, EventFilter.upTo(upTo).condition().withoutUsage(), reader);
    }

    private void forEach(AccountId accountId, EventCondition condition, Consumer<StoredEvent> reader) {
        var place = Place.start(longStreamsOf(accountId));
        StreamPage page;
        do {
            page = page(accountId, place, condition, EVENTS_IN_MEMORY);
            page.events().forEach(reader);
            if (page.hasMore()) place = place.after(page);
        } while (page.hasMore());
    }

    private StreamPage page(AccountId accountId, Place place, EventCondition condition, int limit) {
        return streams.page(
                place.lastRead(), shortStreamsOf(accountId), place.position(), condition, limit);
    }

    private List<String> shortStreamsOf(AccountId accountId) {
        return jdbc.queryForList(SHORT_STREAMS, String.class, accountId.value(), accountId.value());
    }

    private SortedSet<String> longStreamsOf(AccountId accountId) {
        var streams = ownStreamsOf(accountId);
        streams.addAll(pools.of(accountId));
        return streams;
    }

    /** Without those of its packs, which hold an event for each call. */
    static SortedSet<String> ownStreamsOf(AccountId accountId) {
        var streams = new TreeSet<String>();
        for (var kind : List.of(
                "account-", "prices-", "usage-", "seats-", "chat-", "numberholder-", "entitlements-", "refunds-",
                "adjustments-")) {
            streams.add(kind + accountId);
        }
        return streams;
    }

    /** The last position read, and the last sequence of each long stream up to it; -1 where there is none. */
    private record Place(long position, SortedMap<String, Long> lastRead) {

        private static final int PARTS = 3;
        private static final String BETWEEN = ",";
        private static final char IS = '=';

        static Place start(Collection<String> longStreams) {
            var lastRead = new TreeMap<String, Long>();
            for (var stream : longStreams) lastRead.put(stream, -1L);
            return new Place(0, lastRead);
        }

        /** A stream that has come since is read from its start: all of it lies after that position. */
        static Place of(AccountId accountId, Collection<String> longStreams, String cursor) {
            var key = Cursor.decode(cursor, PARTS).key();
            if (!key.get(0).equals(accountId.value())) throw new MalformedCursor();
            var lastRead = start(longStreams).lastRead();
            try {
                for (var read : key.get(2).split(BETWEEN, -1)) take(read, lastRead);
                return new Place(Long.parseLong(key.get(1)), lastRead);
            } catch (NumberFormatException e) {
                throw new MalformedCursor(e);
            }
        }

        /** Only the account's own streams are taken. */
        private static void take(String read, SortedMap<String, Long> lastRead) {
            int is = read.lastIndexOf(IS);
            if (is < 0) throw new MalformedCursor();
            long sequence = Long.parseLong(read.substring(is + 1));
            if (lastRead.replace(read.substring(0, is), sequence) == null) throw new MalformedCursor();
        }

        Place after(StreamPage page) {
            var then = new TreeMap<>(lastRead);
            for (var event : page.events()) then.replace(event.aggregateId(), event.sequence());
            return new Place(page.events().getLast().position(), then);
        }

        /** Of that account alone: by another's, events would be passed over. */
        Cursor cursor(AccountId accountId) {
            var read = lastRead.entrySet().stream()
                    .map(stream -> stream.getKey() + IS + stream.getValue())
                    .collect(Collectors.joining(BETWEEN));
            return Cursor.at(accountId.value(), Long.toString(position), read);
        }
    }
}
