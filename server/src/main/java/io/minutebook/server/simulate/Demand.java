package io.minutebook.server.simulate;

import io.minutebook.billing.usage.Meter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The minutes that accounts use in a month, per meter. */
final class Demand {

    private final Map<String, Map<Meter, Long>> minutes = new HashMap<>();

    void add(ClosedUsage usage) {
        if (usage.minutes() == 0) return;
        minutes.computeIfAbsent(usage.accountId(), _ -> new EnumMap<>(Meter.class))
                .merge(usage.meter(), usage.minutes(), Long::sum);
    }

    Map<Meter, Long> of(String accountId) {
        return minutes.getOrDefault(accountId, Map.of());
    }
}
