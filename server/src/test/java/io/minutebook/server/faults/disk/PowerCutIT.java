package io.minutebook.server.faults.disk;

import static io.minutebook.server.faults.disk.Ledgers.PATIENCE;
import static io.minutebook.server.faults.disk.Ledgers.assertAllIsThereOnce;
import static io.minutebook.server.faults.disk.Ledgers.assertWhole;
import static io.minutebook.server.faults.disk.Ledgers.awaitMore;
import static io.minutebook.server.faults.disk.Ledgers.awaitNoLag;
import static io.minutebook.server.faults.disk.Ledgers.busy;
import static io.minutebook.server.faults.disk.Ledgers.calls;
import static io.minutebook.server.faults.disk.Ledgers.upTo;
import static io.minutebook.server.faults.disk.Ledgers.wires;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.NumberKey;
import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.EmbeddedBroker;
import io.minutebook.server.embedded.EmbeddedDatabase;
import io.minutebook.server.faults.disk.Load.Acknowledged;
import io.minutebook.server.fixture.CarelessDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts the power of a ledger while it works, many times in one life, and starts it on what each cut left on the disk:
 * what was acknowledged is there once, all else is absent or whole. What does not wait for the disk must fail that.
 */
class PowerCutIT {

    private static final Logger log = LoggerFactory.getLogger(PowerCutIT.class);
    private static final boolean IS_LONG = System.getProperty("faults.mix", "short").equals("long");
    private static final int CUTS = IS_LONG ? 12 : 3;
    private static final long SEED = 20_250_301;

    @TempDir
    Path scratch;

    @BeforeEach
    void assumeDisksCanBeMade() {
        Disk.assumeDisksCanBeMade(scratch);
    }

    /** What had been acknowledged before a cut, and what the cut left on the disk. */
    private record Cut(Path image, Acknowledged acknowledged, Map<Integer, Long> offsets) {}

    @Test
    void whatWasAcknowledgedOutlivesEachPowerCut() throws Exception {
        try (var power = new PowerSupply(scratch)) {
            var cuts = new ArrayList<Cut>();
            String key;
            Load load;
            try (var database = EmbeddedDatabase.start(power.folder().resolve("postgres"), 0);
                    var broker = EmbeddedBroker.start(power.folder().resolve("kafka"), 0);
                    var ledger = Ledgers.start(power.folder(), database, broker)) {
                key = ledger.operatorKey();
                load = busy(ledger, key, broker);
                try (load) {
                    awaitBookings(database);
                    var random = new Random(SEED);
                    for (int cut = 0; cut < CUTS; cut++) {
                        awaitMore(load, 10 + random.nextInt(40), 200 + random.nextInt(400));
                        cuts.add(cut(power, "cut-" + cut, load, database));
                    }
                }
            }
            for (var cut : cuts) {
                boolean goesOn = IS_LONG || cut.equals(cuts.getLast());
                try (var disk = power.restored(cut.image())) {
                    assertNothingIsLost(disk, cut, load, goesOn ? Optional.of(key) : Optional.empty());
                }
            }
        }
    }

    private static void awaitBookings(EmbeddedDatabase database) {
        await().atMost(PATIENCE).until(() -> !Booked.in(database.superuserUrl()).calls().isEmpty());
    }

    private static Cut cut(PowerSupply power, String name, Load load, EmbeddedDatabase database) {
        var acknowledged = load.acknowledged();
        var offsets = Booked.in(database.superuserUrl()).offsets();
        return new Cut(power.cut(name), acknowledged, offsets);
    }

    private static void assertNothingIsLost(Disk disk, Cut cut, Load load, Optional<String> key) throws Exception {
        try (var database = EmbeddedDatabase.start(disk.folder().resolve("postgres"), 0)) {
            assertWhole(database);
            var found = Booked.in(database.superuserUrl());
            log.info("{}: {} of {} acknowledged wires, {} calls booked of {} acknowledged by Kafka", cut.image(),
                    found.wires().size(), cut.acknowledged().wires().size(),
                    found.calls().size(), cut.acknowledged().calls().size());
            assertThat(found.wires()).doesNotHaveDuplicates().containsAll(wires(cut.acknowledged().wires()));
            assertThat(found.calls()).doesNotHaveDuplicates();
            assertThat(found.offsets()).hasSameSizeAs(cut.offsets());
            cut.offsets().forEach((partition, offset) ->
                    assertThat(found.offsets().getOrDefault(partition, 0L)).isGreaterThanOrEqualTo(offset));
            if (key.isPresent()) assertItGoesOn(disk, database, key.get(), cut, load);
        }
    }

    /** Kafka has what PostgreSQL had not booked, and whoever repeats what was not answered gets it once. */
    private static void assertItGoesOn(Disk disk, EmbeddedDatabase database, String key, Cut cut, Load load)
            throws Exception {
        try (var broker = EmbeddedBroker.start(disk.folder().resolve("kafka"), 0);
                var ledger = Ledgers.start(disk.folder(), database, broker)) {
            assertAllIsThereOnce(new Bank(ledger.url(), key), load, cut.acknowledged().calls(), database);
        }
    }

    @Test
    void theKeyOfNumbersOutlivesACutRightAfterItIsMade() {
        try (var power = new PowerSupply(scratch)) {
            var key = new NumberKey(power.folder().resolve("number.key"));
            key.createIfNone();
            try (var disk = power.restored(power.cut("first"))) {
                assertThat(new NumberKey(disk.folder().resolve("number.key")).bytes()).isEqualTo(key.bytes());
            }
        }
    }

    @Test
    void withoutFsyncAcknowledgedMoneyIsLost() throws Exception {
        try (var power = new PowerSupply(scratch)) {
            var folder = power.folder().resolve("postgres");
            Acknowledged acknowledged;
            Path image;
            try (var broker = EmbeddedBroker.start(power.folder().resolve("kafka"), 0)) {
                var careful = EmbeddedDatabase.start(folder, 0);
                String key;
                try (careful; var ledger = Ledgers.start(power.folder(), careful, broker)) {
                    key = ledger.operatorKey();
                }
                try (var _ = CarelessDatabase.start(folder, careful.url(), "fsync");
                        var ledger = Ledgers.start(power.folder(), careful, broker);
                        var load = busy(ledger, key, broker)) {
                    awaitMore(load, 50, 500);
                    acknowledged = load.acknowledged();
                    image = power.cut("careless");
                }
            }
            try (var disk = power.restored(image)) {
                var kept = keptWires(disk.folder().resolve("postgres"));
                var lost = new HashSet<>(wires(acknowledged.wires()));
                lost.removeAll(kept);
                log.info("without fsync {} of {} acknowledged wires are lost",
                        lost.size(), acknowledged.wires().size());
                assertThat(lost).isNotEmpty();
            }
        }
    }

    /** None where it does not even start. */
    private static List<String> keptWires(Path folder) {
        try (var database = EmbeddedDatabase.start(folder, 0)) {
            return Booked.in(database.superuserUrl()).wires();
        } catch (CannotStart broken) {
            log.info("without fsync the database is beyond recovery: {}", broken.getMessage());
            return List.of();
        }
    }

    /** As a Kafka that does not wait for the disk loses them; the log has grown again before the ledger looks. */
    @Test
    void aKafkaThatFellBehindTheLedgerWaitsForAPersonAndThenMissesNothingNew() throws Exception {
        try (var power = new PowerSupply(scratch)) {
            String key;
            Path image;
            long booked;
            try (var database = EmbeddedDatabase.start(power.folder().resolve("postgres"), 0);
                    var broker = EmbeddedBroker.start(power.folder().resolve("kafka"), 0)) {
                createTopicThatIsNotFlushed(broker);
                try (var ledger = Ledgers.start(power.folder(), database, broker)) {
                    key = ledger.operatorKey();
                    var bank = new Bank(ledger.url(), key);
                    bank.openAccount();
                    publish(broker, 0, 500);
                    awaitNoLag(bank);
                    booked = Booked.in(database.superuserUrl()).offsets().getOrDefault(0, 0L);
                    image = power.cut("behind");
                }
            }
            try (var disk = power.restored(image);
                    var database = EmbeddedDatabase.start(disk.folder().resolve("postgres"), 0);
                    var broker = EmbeddedBroker.start(disk.folder().resolve("kafka"), 0)) {
                long kept = end(broker);
                log.info("a Kafka that does not flush kept {} of {} acknowledged records", kept, booked);
                assertThat(kept).isLessThan(booked);
                publish(broker, 500, 1_500);
                assertThat(end(broker)).isGreaterThan(booked);
                assertItWaitsAndThenMissesNothingNew(disk, database, broker, key);
            }
        }
    }

    private static void assertItWaitsAndThenMissesNothingNew(
            Disk disk, EmbeddedDatabase database, EmbeddedBroker broker, String key) throws Exception {
        try (var ledger = Ledgers.start(disk.folder(), database, broker)) {
            var bank = new Bank(ledger.url(), key);
            await().atMost(PATIENCE).until(bank::missing, it -> it.contains("partition 0 is paused: OFFSETS_LOST"));
            assertThat(Booked.in(database.superuserUrl()).calls()).hasSize(500);

            var resumed = bank.post("ingest/partitions/0/resume", "resume", "{\"reason\":\"power cut\"}");
            assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(200);
            awaitNoLag(bank);
            assertThat(Booked.in(database.superuserUrl()).calls())
                    .containsExactlyInAnyOrderElementsOf(calls(upTo(1_500)));
            assertWhole(database);
        }
    }

    private static void createTopicThatIsNotFlushed(EmbeddedBroker broker)
            throws ExecutionException, InterruptedException {
        var topic = new NewTopic(Platform.TOPIC, Optional.of(1), Optional.empty())
                .configs(Map.of("flush.messages", Long.toString(Long.MAX_VALUE)));
        try (var admin = admin(broker)) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    private static long end(EmbeddedBroker broker) throws ExecutionException, InterruptedException {
        var partition = new TopicPartition(Platform.TOPIC, 0);
        try (var admin = admin(broker)) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition).get().offset();
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.address()));
    }

    private static void publish(EmbeddedBroker broker, int from, int until) {
        try (var platform = new Platform(broker.address())) {
            platform.publish(from, until);
            assertThat(platform.accepted()).hasSize(until - from);
        }
    }
}
