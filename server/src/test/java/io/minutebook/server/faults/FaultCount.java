package io.minutebook.server.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was done to deployments, seed by seed, for the last lines of a run. */
final class FaultCount {

    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final List<Long> seeds = new ArrayList<>();
    private int underLoad;
    private long records;
    private long slowestHealMillis;

    void began(long seed) {
        seeds.add(seed);
    }

    /** Counts one; {@code waiting} records were published and not booked at that moment. */
    void did(Fault fault, long waiting) {
        done.merge(fault, 1, Integer::sum);
        if (waiting > 0) underLoad++;
    }

    void healed(long published, long millis) {
        records += published;
        slowestHealMillis = Math.max(slowestHealMillis, millis);
    }

    String summary() {
        var kinds = done.entrySet().stream()
                .map(entry -> entry.getKey().words() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        int total = done.values().stream().mapToInt(Integer::intValue).sum();
        return """
                faults: %d injected, %d of them while records waited (%s), seeds %s, %,d records
                faults: checked after each seed: verify finds I1 to I7 whole; minutes, draws of each pack, duplicates and \
                dead letters as undisturbed; orders answered are there once; lag 0, nothing parked and read models up to \
                date within 60 s of the last fault (slowest %.1f s); threads, files and sessions as before; exit status 0"""
                .formatted(total, underLoad, kinds, seeds, records, slowestHealMillis / 1_000.0);
    }
}
