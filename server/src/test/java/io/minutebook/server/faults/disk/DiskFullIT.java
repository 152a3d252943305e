package io.minutebook.server.faults.disk;

import static io.minutebook.server.faults.disk.Ledgers.PATIENCE;
import static io.minutebook.server.faults.disk.Ledgers.assertAllIsThereOnce;
import static io.minutebook.server.faults.disk.Ledgers.awaitMore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.EmbeddedBroker;
import io.minutebook.server.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the disks of a ledger under load, one after the other: it waits, says which disk is full, and goes on by itself
 * once there is room, with each wire and each call booked once.
 */
class DiskFullIT {

    private static final Logger log = LoggerFactory.getLogger(DiskFullIT.class);

    /** Little enough for the broker to be stopped, and enough to be stopped before nothing is left. */
    private static final int LEFT_IN_TIME = 48;

    @TempDir
    Path scratch;

    @BeforeEach
    void assumeDisksCanBeMade() {
        Disk.assumeDisksCanBeMade(scratch);
    }

    @Test
    void goesOnByItselfOnceThereIsRoomAndHasDroppedNothing() throws Exception {
        var data = Files.createDirectory(scratch.resolve("data"));
        try (var tables = Disk.ext4(data.resolve("postgres"), 500);
                var wal = Disk.ext4(scratch.resolve("wal"), 500);
                var records = Disk.ext4(data.resolve("kafka"), 500)) {
            EmbeddedDatabase.start(tables.folder(), 0).close();
            wal.takeOver(tables.folder().resolve("pg_wal"));
            try (var database = EmbeddedDatabase.start(tables.folder(), 0).keptRunning();
                    var broker = EmbeddedBroker.start(records.folder(), 0).keptOffAFullDisk();
                    var ledger = Ledgers.start(data, database, broker)) {
                var bank = new Bank(ledger.url(), ledger.operatorKey());
                var load = Ledgers.busy(ledger, ledger.operatorKey(), broker);
                try (load) {
                    outlasts(records, LEFT_IN_TIME, "kafka", "the broker does not answer", load, bank);
                    outlasts(tables, 1, "postgres", "is paused: DATABASE_UNAVAILABLE", load, bank);
                    outlasts(wal, 1, "postgres/pg_wal", "the database does not answer", load, bank);
                }
                assertAllIsThereOnce(bank, load, load.acknowledged().calls(), database);
                assertThat(load.acknowledged().calls()).hasSize(load.callsSent());
            }
        }
    }

    @Test
    void kafkaIsNotStartedWithoutRoomAndSaysSo() {
        try (var records = Disk.ext4(scratch.resolve("kafka"), 40)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(records.folder(), 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("kafka is full")
                    .hasMessageContaining("make room");
        }
    }

    private static void outlasts(Disk disk, int left, String name, String missing, Load load, Bank bank)
            throws IOException {
        awaitMore(load, 20, 500);
        var filler = disk.fill(left);
        var full = "the disk of " + name + " is full";
        await().atMost(PATIENCE).until(bank::missing, it -> it.contains(full) && it.contains(missing));
        log.info("{}: {} wires and {} calls acknowledged", full,
                load.acknowledged().wires().size(), load.acknowledged().calls().size());
        Files.delete(filler);
        awaitMore(load, 20, 500);
        await().atMost(PATIENCE).until(bank::missing, it -> it.contains("\"UP\""));
    }
}
