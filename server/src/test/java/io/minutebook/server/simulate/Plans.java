package io.minutebook.server.simulate;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.StreamSupport;

/** Plans to try, and what they make. */
final class Plans {

    static final YearMonth JANUARY = YearMonth.of(2025, 1);
    static final long SEED = 20_250_101L;
    static final long FIRST_ACCOUNT = 1_300_000_001L;

    private Plans() {}

    static TrafficPlan calm(long records) {
        return TrafficPlan.calm(20, FIRST_ACCOUNT, records, JANUARY, SEED);
    }

    /** Repeats 5%, disorder 20%, late 2%, bad 3%, corrections 1%. */
    static TrafficPlan rough(long records) {
        return new TrafficPlan(20, FIRST_ACCOUNT, records, JANUARY, SEED,
                Share.ofPercent("5"), Share.ofPercent("20"), Share.ofPercent("2"), Share.ofPercent("3"),
                Share.ofPercent("1"));
    }

    static List<Generated> generated(TrafficPlan plan) {
        return StreamSupport.stream(Traffic.of(plan).spliterator(), false).toList();
    }

    static Summary summary(Iterable<Generated> deliveries) {
        var summary = new Summary();
        deliveries.forEach(summary::count);
        return summary;
    }
}
