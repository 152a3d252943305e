package io.minutebook.server.faults;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * How many faults of which kind one seed gets; their order is drawn from the seed.
 *
 * @param recordsPerFault published before each fault, to keep the ledger at work while it happens
 */
record Mix(int recordsPerFault, Map<Fault, Integer> times) {

    /** For every build. */
    private static final Mix SHORT = new Mix(400, Map.of(
            Fault.KILL_SERVER, 1,
            Fault.END_SERVER, 1,
            Fault.KILL_POSTGRES, 1,
            Fault.KILL_BACKEND, 1,
            Fault.CUT_ALL, 1,
            Fault.CUT_ONE, 1,
            Fault.KILL_SERVICES, 1,
            Fault.FREEZE_BROKER, 1,
            Fault.MOVE_CLOCK, 1));

    /** For the profile {@code faults}. */
    private static final Mix LONG = new Mix(500, Map.ofEntries(
            entry(Fault.KILL_SERVER, 4),
            entry(Fault.END_SERVER, 2),
            entry(Fault.KILL_POSTGRES, 3),
            entry(Fault.KILL_BACKEND, 5),
            entry(Fault.CUT_ALL, 5),
            entry(Fault.CUT_ONE, 5),
            entry(Fault.KILL_SERVICES, 2),
            entry(Fault.END_SERVICES, 1),
            entry(Fault.FREEZE_BROKER, 3),
            entry(Fault.LONG_OUTAGE, 1),
            entry(Fault.ZOMBIE, 2),
            entry(Fault.THIRD_NODE, 1),
            entry(Fault.MOVE_CLOCK, 3),
            entry(Fault.STEP_SYSTEM_CLOCK, 2)));

    static Mix given() {
        return System.getProperty("faults.mix", "short").equals("long") ? LONG : SHORT;
    }

    /** As in {@code 1..6}, or a single one. */
    static LongStream seeds() {
        var ends = System.getProperty("faults.seeds", "1").split("\\.\\.", 2);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    List<Fault> shuffled(Random random) {
        var faults = new ArrayList<Fault>();
        new EnumMap<>(times).forEach((fault, number) -> faults.addAll(Collections.nCopies(number, fault)));
        Collections.shuffle(faults, random);
        return faults;
    }
}
