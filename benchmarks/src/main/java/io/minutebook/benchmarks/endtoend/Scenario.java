package io.minutebook.benchmarks.endtoend;

import io.minutebook.server.embedded.CannotStart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one run measures.
 *
 * @param isHalfInOne whether one more account has half of the traffic, stored and measured
 * @param storedEvents usage booked in the month before, which lies in the ledger when the clock starts
 * @param records what lies on Kafka when the clock starts
 * @param warmUp booked before that
 */
record Scenario(
        int accounts, int partitions, boolean isHalfInOne, long storedEvents, long records, long warmUp, long seed) {

    /** Measured, rounded up; Kafka's copy is beside the database's. */
    private static final long BYTES_PER_STORED_EVENT = 2_800;

    private static final long BYTES_PER_RECORD = 5_000;
    private static final long BYTES_PER_ACCOUNT = 10_000;
    /** The log of PostgreSQL, the tables of the baselines, and room to spare. */
    private static final long BYTES_BESIDE = 5L << 30;

    /** Above that a replay takes longer than all the rest together. */
    private static final long MOST_REPLAYED = 3_000_000;

    /** Of two busy cores. */
    private static final long STORED_PER_SECOND = 8_000;

    private static final long ACCOUNTS_PER_SECOND = 500;
    private static final long RECORDS_PER_SECOND = 4_000;
    private static final long REPLAYED_PER_SECOND = 8_000;
    private static final long SECONDS_BESIDE = 110;

    private static final long MOST_ACCOUNTS = 1_000_000;
    private static final long MOST_PARTITIONS = 1_000;
    private static final long FEWEST_RECORDS = 100;
    private static final long MOST_RECORDS = 100_000_000;

    /** What cannot be measured is refused before anything is made. */
    Scenario {
        require("--accounts", accounts, 1, MOST_ACCOUNTS);
        require("--partitions", partitions, 1, MOST_PARTITIONS);
        if (storedEvents != 0) require("--history", storedEvents, FEWEST_RECORDS, MOST_RECORDS);
        require("--records", records, FEWEST_RECORDS, MOST_RECORDS);
        require("--warm-up", warmUp, 0, MOST_RECORDS);
    }

    private static void require(String option, long value, long least, long most) {
        if (value >= least && value <= most) return;
        throw new CannotStart("%s is %d: give %d to %d".formatted(option, value, least, most));
    }

    Scenario withAccounts(int accounts) {
        return new Scenario(accounts, partitions, isHalfInOne, storedEvents, records, warmUp, seed);
    }

    Scenario withPartitions(int partitions) {
        return new Scenario(accounts, partitions, isHalfInOne, storedEvents, records, warmUp, seed);
    }

    Scenario withHalfInOne() {
        return new Scenario(accounts, partitions, true, storedEvents, records, warmUp, seed);
    }

    Scenario withStored(long events) {
        return new Scenario(accounts, partitions, isHalfInOne, events, records, warmUp, seed);
    }

    /** All that is published: what is measured, and as much at most for the steady stream behind it. */
    long published() {
        return warmUp + 2 * records;
    }

    /** As they are given to the command line. */
    List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "--accounts", Integer.toString(accounts),
                "--partitions", Integer.toString(partitions),
                "--history", Long.toString(storedEvents),
                "--records", Long.toString(records),
                "--warm-up", Long.toString(warmUp),
                "--seed", Long.toString(seed)));
        if (isHalfInOne) arguments.add("--half-in-one");
        return arguments;
    }

    long neededBytes() {
        return storedEvents * BYTES_PER_STORED_EVENT
                + published() * BYTES_PER_RECORD
                + accounts * BYTES_PER_ACCOUNT
                + BYTES_BESIDE;
    }

    boolean isReplayed() {
        return storedEvents + published() <= MOST_REPLAYED;
    }

    /** Roughly. */
    long estimatedMinutes() {
        long seconds = storedEvents / STORED_PER_SECOND
                + accounts / ACCOUNTS_PER_SECOND
                + (warmUp + records) / RECORDS_PER_SECOND
                + (isReplayed() ? (storedEvents + published()) / REPLAYED_PER_SECOND : 0)
                + SECONDS_BESIDE;
        return seconds / TimeUnit.MINUTES.toSeconds(1) + 1;
    }
}
