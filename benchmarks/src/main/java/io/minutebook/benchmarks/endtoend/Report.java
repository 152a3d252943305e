package io.minutebook.benchmarks.endtoend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of a run, as a table for people and as one line of JSON; what was not measured is not there.
 *
 * @param eventsBefore events of every kind in the ledger when the clock started
 * @param replay null where it was not measured
 * @param databaseBytes before the baselines
 */
record Report(
        Scenario scenario,
        long eventsBefore,
        Throughput throughput,
        Delays delays,
        @Nullable ReplaySpeed replay,
        long databaseBytes,
        @Nullable Baselines baselines) {

    /** Records or calls per second. */
    record Baselines(double copy, double oneTransactionPerCall, double setBasedSql) {}

    private static final long MEBI = 1024 * 1024;

    private Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("accounts", scenario.accounts());
        figures.put("partitions", scenario.partitions());
        figures.put("halfInOne", scenario.isHalfInOne());
        figures.put("storedEvents", scenario.storedEvents());
        figures.put("eventsBefore", eventsBefore);
        figures.put("records", throughput.records());
        figures.put("visibleRecordsPerSecond", whole(throughput.visiblePerSecond()));
        figures.put("committedRecordsPerSecond", whole(throughput.committedPerSecond()));
        if (baselines != null) compare(baselines, figures);
        if (replay != null) {
            figures.put("replayEventsPerSecond", whole(replay.slowest()));
            figures.put("replayOfAllEventsPerSecond", whole(replay.all()));
        }
        figures.put("p50DelayMillis", delays.p50Millis());
        figures.put("p99DelayMillis", delays.p99Millis());
        figures.put("jvmCpuSecondsPer10k", ratio(throughput.jvmCpuSecondsPer10k(), 1));
        figures.put("postgresCpuSecondsPer10k", ratio(throughput.postgresCpuSecondsPer10k(), 1));
        figures.put("heapLimitMiB", Runtime.getRuntime().maxMemory() / MEBI);
        figures.put("peakHeapMiB", throughput.peakHeapBytes() / MEBI);
        figures.put("liveHeapMiB", throughput.liveHeapBytes() / MEBI);
        figures.put("databaseMiB", databaseBytes / MEBI);
        figures.put("bytesPerRecord", throughput.databaseBytes() / throughput.records());
        return figures;
    }

    private void compare(Baselines baselines, Map<String, Object> figures) {
        figures.put("copyRecordsPerSecond", whole(baselines.copy()));
        figures.put("oneTransactionPerCallPerSecond", whole(baselines.oneTransactionPerCall()));
        figures.put("setBasedSqlCallsPerSecond", whole(baselines.setBasedSql()));
        figures.put("ratioToCopy", ratio(throughput.visiblePerSecond(), baselines.copy()));
        figures.put("ratioToOneTransactionPerCall",
                ratio(throughput.visiblePerSecond(), baselines.oneTransactionPerCall()));
        figures.put("committedRatioToOneTransactionPerCall",
                ratio(throughput.committedPerSecond(), baselines.oneTransactionPerCall()));
        figures.put("ratioToSetBasedSql", ratio(throughput.visiblePerSecond(), baselines.setBasedSql()));
    }

    void print() {
        figures().forEach((name, value) -> System.out.printf("%-38s %12s%n", name, value));
        System.out.println(JsonMapper.shared().writeValueAsString(figures()));
    }

    private static long whole(double value) {
        return Math.round(value);
    }

    private static BigDecimal ratio(double value, double of) {
        return BigDecimal.valueOf(value / of).setScale(2, RoundingMode.HALF_UP);
    }
}
