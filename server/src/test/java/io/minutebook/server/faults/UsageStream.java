package io.minutebook.server.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minutebook.server.simulate.Share;
import io.minutebook.server.simulate.Traffic;
import io.minutebook.server.simulate.TrafficPlan;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The records of one seed in portions, always the same: a simulated month with repeats, disorder, corrections and bad
 * records, and in between crowds of poison and records as large as Kafka takes.
 */
record UsageStream(TrafficPlan plan, List<List<Message>> portions) {

    /** When the packs are bought. */
    static final Instant JANUARY = Instant.parse("2024-12-31T16:00:00Z");

    /** When the records are read. */
    static final Instant FEBRUARY = Instant.parse("2025-02-01T16:00:00Z");

    private static final int ACCOUNTS = 30;
    private static final long FIRST_ACCOUNT = 1_300_000_001L;
    private static final int CROWD = 60;
    private static final int MIB = 1 << 20;
    private static final List<Integer> LARGE = List.of(MIB, MIB + 1, 4 * MIB - 1_000);

    /** A record under its key. */
    @SuppressWarnings("ArrayRecordComponent") // sent and forgotten, never compared
    record Message(String key, byte[] value) {}

    static UsageStream of(long seed, int portions, int recordsEach) {
        var plan = new TrafficPlan(
                ACCOUNTS, FIRST_ACCOUNT, (long) portions * recordsEach, YearMonth.of(2025, 1), seed,
                Share.ofPercent("5"), Share.ofPercent("20"), Share.ofPercent("2"), Share.ofPercent("3"),
                Share.ofPercent("2"));
        var all = new ArrayList<List<Message>>();
        var portion = new ArrayList<Message>();
        for (var delivery : Traffic.of(plan)) {
            portion.add(new Message(delivery.key(), delivery.value()));
            if (portion.size() < recordsEach) continue;
            all.add(List.copyOf(portion));
            portion.clear();
        }
        if (!portion.isEmpty()) all.add(List.copyOf(portion));
        return new UsageStream(plan, all);
    }

    /** The same with a crowd, then large records, amid portions that the seed names. */
    UsageStream with(List<Fault> poison, Random random) {
        var all = new ArrayList<>(portions);
        for (var kind : poison) {
            int place = random.nextInt(all.size());
            var portion = new ArrayList<>(all.get(place));
            portion.addAll(portion.size() / 2, kind == Fault.POISON_CROWD ? crowd(random) : large(random));
            all.set(place, List.copyOf(portion));
        }
        return new UsageStream(plan, List.copyOf(all));
    }

    private static List<Message> crowd(Random random) {
        var poison = new Message(accountOf(random), "{\"specversion\":\"1.0\",\"id\":".getBytes(UTF_8));
        return Collections.nCopies(CROWD, poison);
    }

    private static List<Message> large(Random random) {
        return LARGE.stream().map(bytes -> large(random, bytes)).toList();
    }

    private static Message large(Random random, int bytes) {
        var account = accountOf(random);
        var call = CallRecord.ofMinutes(account, "large-" + random.nextLong(Long.MAX_VALUE), FEBRUARY.minusSeconds(1), 1);
        return new Message(account, call.bytesPaddedTo(bytes));
    }

    private static String accountOf(Random random) {
        return Long.toString(FIRST_ACCOUNT + random.nextInt(ACCOUNTS));
    }

    long records() {
        return portions.stream().mapToLong(List::size).sum();
    }
}
