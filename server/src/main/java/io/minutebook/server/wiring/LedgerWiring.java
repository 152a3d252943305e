package io.minutebook.server.wiring;

import io.micrometer.observation.ObservationRegistry;
import io.minutebook.billing.LedgerTransactions;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PriceBookFile;
import io.minutebook.billing.orders.NumberDesk;
import io.minutebook.billing.orders.OrderDesk;
import io.minutebook.billing.orders.Pricing;
import io.minutebook.billing.orders.ResourceIds;
import io.minutebook.billing.orders.TrialDesk;
import io.minutebook.billing.refunds.DiscountNow;
import io.minutebook.billing.refunds.RefundDesk;
import io.minutebook.billing.refunds.RefundPolicy;
import io.minutebook.reporting.accounts.Orders;
import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.server.LedgerSettings;
import io.minutebook.server.metrics.WatchedCommands;
import io.minutebook.server.metrics.WatchedTransactions;
import io.minutebook.server.store.LedgerAxon;
import io.minutebook.server.store.LedgerEventStorage;
import io.minutebook.server.store.LedgerSerializer;
import io.minutebook.server.store.PostgresTransactions;
import io.minutebook.server.store.SequenceIds;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The writing side: price book, commands, events, and the transaction they share. */
@Configuration(proxyBeanMethods = false)
class LedgerWiring {

    @Bean
    static PriceBook priceBook() {
        return PriceBookFile.shipped();
    }

    @Bean
    static Pricing pricing(PriceBook priceBook, LedgerSettings settings) {
        return new Pricing(priceBook, settings.enforcePreconditions());
    }

    @Bean
    static LedgerSerializer ledgerSerializer() {
        return LedgerSerializer.create();
    }

    @Bean
    static LedgerTransactions ledgerTransactions(
            PlatformTransactionManager manager, JdbcTemplate jdbc, ObservationRegistry observations) {
        return new WatchedTransactions(new PostgresTransactions(manager, jdbc), observations);
    }

    @Bean
    static ResourceIds resourceIds(JdbcTemplate jdbc) {
        return new SequenceIds(jdbc);
    }

    @Bean
    static LedgerEventStorage ledgerEventStorage(
            DataSource dataSource,
            LedgerSerializer serializer,
            InstantSource ledgerClock,
            PriceBook priceBook,
            BuildProperties build,
            FreshEvents fresh) {
        var versions = Map.of(
                Provenance.PROGRAM_VERSION, build.getVersion(), Provenance.PRICE_BOOK_VERSION, priceBook.version());
        return new LedgerEventStorage(dataSource, serializer, ledgerClock, versions, fresh);
    }

    @Bean(destroyMethod = "shutdown")
    static ExecutorService snapshotExecutor() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("snapshots").factory());
    }

    @Bean
    static org.axonframework.config.Configuration axon(
            LedgerEventStorage storage,
            LedgerSerializer serializer,
            ExecutorService snapshotExecutor,
            PriceBook priceBook,
            Pricing pricing,
            ResourceIds ids,
            Orders orders,
            LedgerSettings settings,
            ObservationRegistry observations) {
        var refunds = new RefundPolicy(settings.refundTerms());
        var axon = LedgerAxon.configurer(storage, serializer, snapshotExecutor)
                .registerCommandHandler(parts -> new OrderDesk(pricing, ids, parts.commandGateway()))
                .registerCommandHandler(parts -> new NumberDesk(pricing, ids, parts.commandGateway()))
                .registerCommandHandler(parts -> new TrialDesk(priceBook, ids, parts.commandGateway()))
                .registerCommandHandler(parts -> new RefundDesk(
                        refunds, orders::ordersOf, DiscountNow.NONE, storage, ids, parts.commandGateway()))
                .buildConfiguration();
        var _ = axon.commandBus().registerHandlerInterceptor(new WatchedCommands(observations));
        return axon;
    }

    @Bean
    static SmartLifecycle ledgerLifecycle(org.axonframework.config.Configuration axon) {
        return Phases.of(Phases.LEDGER, axon::start, axon::shutdown);
    }

    @Bean
    static CommandGateway commandGateway(org.axonframework.config.Configuration axon) {
        return axon.commandGateway();
    }
}
