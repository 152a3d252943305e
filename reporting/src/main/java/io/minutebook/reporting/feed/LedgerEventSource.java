package io.minutebook.reporting.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The ledger's events in the order of their index, up to the settled index; readers side by side share the pages,
 * so that each row is read and turned into an event once.
 */
public final class LedgerEventSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerEventSource.class);

    private static final int CACHED_CHARACTERS = 16 * 1024 * 1024;
    private static final int STREAMS_REMEMBERED = 20_000;

    private final LedgerEvents events;
    private final SettledIndex settledIndex;
    private final JdbcTemplate jdbc;
    private final Cache<Long, EventPage> pages = Caffeine.newBuilder()
            .maximumWeight(CACHED_CHARACTERS)
            .weigher((Long _, EventPage page) -> page.weight())
            .expireAfterAccess(Duration.ofSeconds(30))
            .build();
    private volatile @Nullable SequenceBroken broken;
    private volatile boolean unreadable;

    public LedgerEventSource(DataSource dataSource, LedgerEvents events, SettledIndex settledIndex) {
        this.events = events;
        this.settledIndex = settledIndex;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** After a broken sequence no stream opens again in this process: a person must look first. */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        if (broken != null) throw broken;
        var check = new SequenceCheck(this::predecessors, STREAMS_REMEMBERED);
        return new LedgerEventStream(this, settledIndex, check, positionOf(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(settledIndex.settled());
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElseThrow();
    }

    /** A page that was read once serves every reader that comes to the same place: what is settled does not change. */
    @Nullable EventPage page(long after, long upTo) {
        return pages.asMap().computeIfAbsent(after, _ -> {
            var page = read(after, upTo);
            return page.rows().isEmpty() ? null : page;
        });
    }

    /** That the database fails is not the events' fault. */
    private EventPage read(long after, long upTo) {
        try {
            var page = events.page(after, upTo);
            unreadable = false;
            return page;
        } catch (DataAccessException failed) {
            throw failed;
        } catch (RuntimeException failed) {
            unreadable = true;
            throw failed;
        }
    }

    /** Whether readers stand before events that are missing in their stream or cannot be read. */
    public boolean isBroken() {
        return broken != null || unreadable;
    }

    void alert(SequenceBroken alert) {
        broken = alert;
        LOG.error("Reading the ledger stopped for good: {}. Run `verify`, then restart.", alert.getMessage());
    }

    private Map<String, Long> predecessors(List<StoredEvent> successors) {
        var positions = new HashMap<String, Long>();
        jdbc.query(
                """
                select aggregate_id, position from ledger_event
                where (aggregate_id, sequence) in (select * from unnest(?::text[], ?::bigint[]))""",
                row -> {
                    positions.put(row.getString("aggregate_id"), row.getLong("position"));
                },
                successors.stream().map(StoredEvent::aggregateId).toArray(String[]::new),
                successors.stream().map(row -> row.sequence() - 1).toArray(Long[]::new));
        return positions;
    }
}
