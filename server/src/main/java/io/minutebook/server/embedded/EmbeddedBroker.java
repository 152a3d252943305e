package io.minutebook.server.embedded;

import io.minutebook.server.OnDisk;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** A Kafka broker and controller inside this JVM, in a folder of its own and only on the loopback address. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;
    private static final int LARGEST_RECORD_BYTES = 4 * 1024 * 1024;

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaRaftServer server;
    private @Nullable RoomWatch roomWatch;

    private EmbeddedBroker(Path folder, int port, int controllerPort) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /**
     * Starts the broker of a folder, which is formatted when it is new.
     *
     * @param port 0 for any that is free
     * @throws CannotStart with what to do
     */
    public static EmbeddedBroker start(Path folder, int port) {
        var broker = new EmbeddedBroker(
                folder,
                Ports.claim(port, "Kafka", "--kafka-port"),
                Ports.claim(0, "the Kafka controller", "--kafka-port"));
        format(folder);
        requireRoom(folder);
        broker.start();
        return broker;
    }

    /** From now on, until it is closed, it is stopped while its disk has no room. */
    public EmbeddedBroker keptOffAFullDisk() {
        roomWatch = RoomWatch.of(folder, this::stop, this::start);
        return this;
    }

    private synchronized void start() {
        try {
            server = started(config(folder, port, controllerPort));
        } catch (RuntimeException failed) {
            throw new CannotStart("Kafka did not start in " + folder + ": " + failed.getMessage(), failed);
        }
    }

    private static KafkaRaftServer started(KafkaConfig config) {
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException failed) {
            server.shutdown();
            throw failed;
        }
    }

    private synchronized void stop() {
        if (server == null) return;
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    /** Address for clients, {@code 127.0.0.1:9092}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        if (roomWatch != null) roomWatch.close();
        stop();
    }

    private static void format(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) return;
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(
                            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
            OnDisk.forceAll(folder);
            OnDisk.force(Objects.requireNonNull(folder.toAbsolutePath().getParent()));
        } catch (Exception failed) {
            throw new CannotStart(
                    "Kafka cannot make its folder " + folder + ": " + failed.getMessage(), failed);
        }
    }

    /** It would be stopped at once, and a ledger that waits for its topics would not say why. */
    private static void requireRoom(Path folder) {
        if (!DiskRoom.isScarce(folder)) return;
        throw new CannotStart("the disk of %s is full, %d MiB are left: make room, Kafka needs %d MiB to start"
                .formatted(folder, DiskRoom.left(folder) >> 20, DiskRoom.LEAST_BYTES >> 20));
    }

    /**
     * Nothing is deleted by age: the ledger deletes what it has booked. A record is on the disk before it is
     * acknowledged, for there is no other broker that would still have it after a power cut.
     */
    private static KafkaConfig config(Path folder, int port, int controllerPort) {
        var properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:"
                        + controllerPort),
                Map.entry("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "CLIENT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("log.dirs", folder.toString()),
                Map.entry("log.retention.ms", "-1"),
                Map.entry("log.flush.interval.messages", "1"),
                Map.entry("message.max.bytes", Integer.toString(LARGEST_RECORD_BYTES)),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // after a crash the broker waits until its old self counts as gone
                Map.entry("broker.session.timeout.ms", "4000"),
                Map.entry("broker.heartbeat.interval.ms", "1000"),
                Map.entry("group.initial.rebalance.delay.ms", "0")));
        return KafkaConfig.fromProps(properties);
    }
}
