package io.minutebook.server.cli;

import io.minutebook.server.embedded.EmbeddedBroker;
import io.minutebook.server.embedded.EmbeddedDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The database and the broker that a ledger works with: those that are named, our own for those that are not.
 */
final class Parts implements AutoCloseable {

    private final @Nullable EmbeddedDatabase database;
    private final @Nullable EmbeddedBroker broker;
    private final String databaseUrl;
    private final @Nullable String databaseOwnerUrl;
    private final String kafka;

    private Parts(
            @Nullable EmbeddedDatabase database,
            @Nullable EmbeddedBroker broker,
            @Nullable NamedDatabase named,
            @Nullable String kafka) {
        this.database = database;
        this.broker = broker;
        this.databaseUrl = database == null ? given(named).url() : database.url();
        this.databaseOwnerUrl = database == null ? given(named).ownerUrl() : database.ownerUrl();
        this.kafka = broker == null ? given(kafka) : broker.address();
    }

    private static <T> T given(@Nullable T address) {
        if (address == null) throw new IllegalArgumentException("neither named nor embedded");
        return address;
    }

    /** Both start side by side; when one fails the other is stopped and the failure thrown. */
    static Parts start(
            DataFolder folder, LocalPorts ports, @Nullable NamedDatabase named, @Nullable String kafka) {
        LoggerFactory.getILoggerFactory(); // set up by one thread, before two want it at once
        var database = CompletableFuture.supplyAsync(() -> named == null
                ? EmbeddedDatabase.start(folder.resolve("postgres"), ports.database).keptRunning()
                : null, Parts::inThread);
        var broker = CompletableFuture.supplyAsync(() -> kafka == null
                ? EmbeddedBroker.start(folder.resolve("kafka"), ports.kafka).keptOffAFullDisk()
                : null, Parts::inThread);
        try {
            CompletableFuture.allOf(database, broker).join();
            return new Parts(database.join(), broker.join(), named, kafka);
        } catch (CompletionException failed) {
            database.thenAccept(Parts::stop).exceptionally(ignored -> null);
            broker.thenAccept(Parts::stop).exceptionally(ignored -> null);
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw failed;
        }
    }

    /** A thread of its own sees the classes that this one sees, as those of the common pool do not. */
    private static void inThread(Runnable start) {
        Thread.ofPlatform().name("start").start(start);
    }

    /** JDBC address of the database for servers. */
    String databaseUrl() {
        return databaseUrl;
    }

    /** JDBC address for its owner; null where nobody else is to migrate it. */
    @Nullable String databaseOwnerUrl() {
        return databaseOwnerUrl;
    }

    /** Bootstrap address of Kafka. */
    String kafka() {
        return kafka;
    }

    /** Whether Kafka is our own, which deletes nothing by age. */
    boolean isKafkaEmbedded() {
        return broker != null;
    }

    @Override
    public void close() {
        stop(broker);
        stop(database);
    }

    private static void stop(@Nullable EmbeddedBroker broker) {
        if (broker != null) broker.close();
    }

    private static void stop(@Nullable EmbeddedDatabase database) {
        if (database != null) database.close();
    }
}
