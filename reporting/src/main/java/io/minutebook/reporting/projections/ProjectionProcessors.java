package io.minutebook.reporting.projections;

import io.minutebook.reporting.feed.LedgerEventSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs the projections of this process; each is claimed by one process at a time, through its token in the database. */
public final class ProjectionProcessors implements AutoCloseable {

    private static final int EVENTS_PER_BATCH = 2_000;
    private static final long CLAIM_INTERVAL_MILLIS = 1_000;
    /** A claim this old is left over from a process that is gone. */
    private static final Duration CLAIM_LASTS = Duration.ofSeconds(5);

    private final JdbcTemplate jdbc;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final LedgerEventSource source;
    private final ProjectionPlaces places;
    private final ReachedPositions reached;
    private final List<ScheduledExecutorService> threads = new ArrayList<>();
    private final ProjectionAlert alert;
    private final List<StreamingEventProcessor> processors;

    public ProjectionProcessors(
            DataSource dataSource,
            PlatformTransactionManager manager,
            Serializer serializer,
            LedgerEventSource source,
            ReachedPositions reached,
            List<Projection> projections) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.tokens = tokenStore(dataSource, serializer);
        this.transactions = new SpringTransactions(manager);
        this.source = source;
        this.places = new ProjectionPlaces(dataSource);
        this.reached = reached;
        this.alert = new ProjectionAlert(places);
        source.onBroken(hole -> projections.forEach(projection -> alert.tell(projection.name(), hole)));
        this.processors = projections.stream().map(this::processor).toList();
    }

    public void start() {
        processors.forEach(StreamingEventProcessor::start);
    }

    /** Lets each finish its batch. */
    @Override
    public void close() {
        CompletableFuture.allOf(processors.stream()
                        .map(StreamingEventProcessor::shutdownAsync)
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        threads.forEach(ScheduledExecutorService::shutdown);
    }

    private static TokenStore tokenStore(DataSource dataSource, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
                .serializer(serializer)
                .schema(TokenSchema.builder()
                        .setTokenTable("projection_token")
                        .setProcessorNameColumn("projection")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("claimed_at")
                        .build())
                .claimTimeout(CLAIM_LASTS)
                .build();
    }

    private StreamingEventProcessor processor(Projection projection) {
        var handler = new ProjectionHandler(projection, jdbc, places, reached);
        return PooledStreamingEventProcessor.builder()
                .name(projection.name())
                .eventHandlerInvoker(invoker(handler))
                .errorHandler(alert)
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(thread(projection.name() + "-reader"))
                .workerExecutor(thread(projection.name() + "-writer"))
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(EVENTS_PER_BATCH)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_INTERVAL_MILLIS)
                .build();
    }

    private static SimpleEventHandlerInvoker invoker(ProjectionHandler handler) {
        return SimpleEventHandlerInvoker.builder()
                .eventHandlers(handler)
                .listenerInvocationErrorHandler((cause, event, _) -> {
                    throw FailedAt.event(cause, event);
                })
                .sequencingPolicy(new PerAccount())
                .build();
    }

    private ScheduledExecutorService thread(String name) {
        var thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("projection-" + name).factory());
        threads.add(thread);
        return thread;
    }
}
