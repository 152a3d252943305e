package io.minutebook.reporting.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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
    private final StoredPredecessors predecessors;
    private final Cache<Long, EventPage> pages = Caffeine.newBuilder()
            .maximumWeight(CACHED_CHARACTERS)
            .weigher((Long _, EventPage page) -> page.weight())
            .expireAfterAccess(Duration.ofSeconds(30))
            .build();
    private final List<Consumer<SequenceBroken>> toldOfHoles = new CopyOnWriteArrayList<>();
    private volatile @Nullable SequenceBroken broken;
    private volatile boolean unreadable;

    public LedgerEventSource(DataSource dataSource, LedgerEvents events, SettledIndex settledIndex) {
        this.events = events;
        this.settledIndex = settledIndex;
        this.predecessors = new StoredPredecessors(dataSource);
    }

    /** After a broken sequence no stream opens again in this process: a person must look first. */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        var hole = broken;
        if (hole != null) {
            tell(hole);
            throw hole;
        }
        var check = new SequenceCheck(predecessors, STREAMS_REMEMBERED);
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
            // made here, once, while the other readers wait: each would make them for itself otherwise
            page.messages().forEach(TrackedEventMessage::getPayload);
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

    /** Has somebody told of a broken sequence, again each time that a stream is refused because of it. */
    public void onBroken(Consumer<SequenceBroken> told) {
        toldOfHoles.add(told);
    }

    void alert(SequenceBroken alert) {
        broken = alert;
        LOG.error("Reading the ledger stopped for good: {}. Run `verify`, then restart.", alert.getMessage());
        tell(alert);
    }

    private void tell(SequenceBroken hole) {
        toldOfHoles.forEach(told -> told.accept(hole));
    }
}
