package io.minutebook.benchmarks.endtoend;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.LedgerTransactions;
import io.minutebook.ingest.record.RecordDecoder;
import io.minutebook.reporting.months.MonthState;
import io.minutebook.reporting.replay.Replays;
import io.minutebook.server.LedgerApplication;
import io.minutebook.server.NumberKey;
import io.minutebook.server.clock.DueWork;
import io.minutebook.server.clock.LedgerClock;
import io.minutebook.server.embedded.EmbeddedBroker;
import io.minutebook.server.embedded.EmbeddedDatabase;
import io.minutebook.server.months.MonthDesk;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.store.LedgerEventStorage;
import io.minutebook.server.store.LedgerSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole ledger in this process, durable as ever, with its database and broker beside it; it reads nothing from
 * Kafka before it is told to, so that all of a run's records can lie there first.
 */
final class BenchLedger implements AutoCloseable {

    static final String TOPIC = "usage-records";

    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private final Path folder;
    private final ConfigurableApplicationContext application;
    private final Thread whenInterrupted = new Thread(this::stop, "bench-ledger");

    private BenchLedger(
            EmbeddedDatabase database,
            EmbeddedBroker broker,
            Path folder,
            ConfigurableApplicationContext application) {
        this.database = database;
        this.broker = broker;
        this.folder = folder;
        this.application = application;
    }

    /** Starts the ledger of a folder; that of a new one has a test clock which begins at that instant. */
    static BenchLedger start(Path folder, int partitions, Instant clock) {
        var database = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
        try {
            return start(database, folder, partitions, clock);
        } catch (RuntimeException failed) {
            database.close(); // it alone would outlive this process
            throw failed;
        }
    }

    private static BenchLedger start(EmbeddedDatabase database, Path folder, int partitions, Instant clock) {
        var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        createTopic(broker.address(), partitions);
        var numberKey = new NumberKey(folder.resolve("number.key"));
        numberKey.createIfNone();
        System.setProperty("disable-axoniq-console-message", "true");
        var program = new SpringApplication(LedgerApplication.class);
        program.addInitializers(context -> startClock((GenericApplicationContext) context, clock));
        var application = program.run(List.of(
                                "--spring.datasource.url=" + database.url(),
                                "--minutebook.database-owner-url=" + database.ownerUrl(),
                                "--server.port=0",
                                "--minutebook.kafka=" + broker.address(),
                                "--minutebook.kafka-embedded=true",
                                "--minutebook.number-key-file=" + numberKey.file(),
                                "--minutebook.close.automatic=false",
                                "--minutebook.close.first-month=" + BillingMonth.of(clock),
                                "--logging.level.root=warn")
                        .toArray(String[]::new));
        var ledger = new BenchLedger(database, broker, folder, application);
        Runtime.getRuntime().addShutdownHook(ledger.whenInterrupted);
        ledger.ingest().stop();
        return ledger;
    }

    /** Before anything of the ledger runs. */
    private static void startClock(GenericApplicationContext context, Instant clock) {
        SmartInitializingSingleton start = () ->
                context.getBean(LedgerClock.class).startTestClock(Optional.of(clock));
        context.registerBean("benchClock", SmartInitializingSingleton.class, () -> start);
    }

    private static void createTopic(String kafka, int partitions) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, partitions, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) return;
            throw new IllegalStateException("the topic cannot be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private SmartLifecycle ingest() {
        return application.getBean("ingestLifecycle", SmartLifecycle.class);
    }

    void stopIngest() {
        ingest().stop();
    }

    void startIngest() {
        ingest().start();
    }

    void moveClock(Instant now) {
        application.getBean(DueWork.class).moveClock(now);
    }

    String kafka() {
        return broker.address();
    }

    DataSource dataSource() {
        return application.getBean(DataSource.class);
    }

    JdbcClient jdbc() {
        return application.getBean(JdbcClient.class);
    }

    /** As {@link #jdbc}; both take part in the transaction in hand. */
    JdbcTemplate jdbcTemplate() {
        return application.getBean(JdbcTemplate.class);
    }

    LedgerTransactions transactions() {
        return application.getBean(LedgerTransactions.class);
    }

    CommandGateway commands() {
        return application.getBean(CommandGateway.class);
    }

    /** Goes on closing that month for some seconds; answers whether it is final. */
    boolean isClosed(BillingMonth month) {
        return application.getBean(MonthDesk.class).close(month, "bench").state() == MonthState.FINAL;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The secret of a key that may do everything. */
    String operatorKey() throws IOException {
        application.getBean(ApiKeys.class).createOperatorKeyIfNone(folder);
        return Files.readString(folder.resolve("operator.key")).strip();
    }

    LedgerEventStorage storage() {
        return application.getBean(LedgerEventStorage.class);
    }

    LedgerSerializer serializer() {
        return application.getBean(LedgerSerializer.class);
    }

    RecordDecoder decoder() {
        return application.getBean(RecordDecoder.class);
    }

    Replays replays() {
        return application.getBean(Replays.class);
    }

    /** JDBC address of its database. */
    String databaseUrl() {
        return database.url();
    }

    /** Writes to disk what PostgreSQL still holds in memory, so that what is measured next does not pay for it. */
    void checkpoint() throws SQLException {
        asSuperuser("checkpoint");
    }

    /** Does what PostgreSQL would do by itself within hours, so that it does not begin while a run is measured. */
    void settle() throws SQLException {
        asSuperuser("vacuum (analyze)");
        checkpoint();
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The process id of PostgreSQL's first process, whose children are the others. */
    long postgresPid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        } catch (IllegalStateException interrupted) {
            return; // the hook does it
        }
        stop();
    }

    private void stop() {
        application.close();
        broker.close();
        database.close();
    }
}
