package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.feed.StoredEvent;
import io.minutebook.reporting.feed.StreamPage;
import io.minutebook.reporting.feed.Streams;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.reporting.paging.MalformedCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All that was recorded about an account, oldest first: its own stream, its usage, packs, seats, chat, numbers and
 * orders. A page goes on where the one before ended, whatever is recorded meanwhile.
 */
public final class AccountEvents {

    private static final String SHORT_STREAMS =
            """
            select 'order-' || order_id from order_view where account_id = ?
            union all
            select 'number-' || resource_id from resource_view where account_id = ? and kind = 'NUMBER'""";

    private final JdbcTemplate jdbc;
    private final Streams streams;

    public AccountEvents(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.streams = new Streams(dataSource);
    }

    /**
     * A page of events.
     *
     * @param upTo a position that the read models have reached: nothing can appear below it any more
     */
    public Listing<StoredEvent> list(AccountId accountId, @Nullable String after, long upTo, int limit) {
        var place = after == null ? Place.start(accountId) : Place.of(accountId, after);
        var page = streams.page(place.lastRead(), shortStreamsOf(accountId), place.position(), upTo, limit);
        return new Listing<>(page.events(), page.hasMore() ? place.after(page).cursor(accountId).encoded() : null);
    }

    private List<String> shortStreamsOf(AccountId accountId) {
        return jdbc.queryForList(SHORT_STREAMS, String.class, accountId.value(), accountId.value());
    }

    /** The last position read, and the last sequence of each long stream up to it. */
    private record Place(long position, SortedMap<String, Long> lastRead) {

        static Place start(AccountId accountId) {
            var lastRead = new TreeMap<String, Long>();
            for (var stream : longStreamsOf(accountId)) lastRead.put(stream, -1L);
            return new Place(0, lastRead);
        }

        private static List<String> longStreamsOf(AccountId accountId) {
            var streams = new ArrayList<String>();
            for (var kind : List.of("account-", "usage-", "seats-", "chat-", "numberholder-")) streams.add(kind + accountId);
            for (var meter : Meter.values()) {
                if (meter.drawsFromPacks()) streams.add("packs-" + accountId + "-" + meter);
            }
            return streams;
        }

        static Place of(AccountId accountId, String cursor) {
            var lastRead = start(accountId).lastRead();
            var key = Cursor.decode(cursor, lastRead.size() + 2).key().iterator();
            if (!key.next().equals(accountId.value())) throw new MalformedCursor();
            try {
                long position = Long.parseLong(key.next());
                lastRead.replaceAll((_, _) -> Long.parseLong(key.next()));
                return new Place(position, lastRead);
            } catch (NumberFormatException e) {
                throw new MalformedCursor(e);
            }
        }

        Place after(StreamPage page) {
            var then = new TreeMap<>(lastRead);
            for (var event : page.events()) then.replace(event.aggregateId(), event.sequence());
            return new Place(page.events().getLast().position(), then);
        }

        /** Of that account alone: by another's, events would be passed over. */
        Cursor cursor(AccountId accountId) {
            var key = new ArrayList<>(List.of(accountId.value()));
            key.add(Long.toString(position));
            lastRead.values().forEach(sequence -> key.add(sequence.toString()));
            return new Cursor(key);
        }
    }
}
