package io.minutebook.server.simulate;

import io.minutebook.billing.usage.Meter;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.server.simulate.Expectation.Booked;
import io.minutebook.server.simulate.Expectation.Refused;
import io.minutebook.server.simulate.Expectation.Repeated;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Counts what was delivered and what a ledger must show for it. */
public final class Summary {

    private long records;
    private long distinct;
    private long duplicates;
    private final Map<RecordRefusal, Long> bad = new EnumMap<>(RecordRefusal.class);
    private final Map<Meter, Long> minutes = new EnumMap<>(Meter.class);

    public void count(Generated delivery) {
        records++;
        switch (delivery.expectation()) {
            case Booked(var meter, var added) -> {
                distinct++;
                if (meter.drawsMinutes()) minutes.merge(meter, added, Long::sum);
            }
            case Repeated() -> duplicates++;
            case Refused(var reason) -> bad.merge(reason, 1L, Long::sum);
        }
    }

    public long records() {
        return records;
    }

    /** Records that are booked. */
    public long distinct() {
        return distinct;
    }

    public long duplicates() {
        return duplicates;
    }

    public Map<RecordRefusal, Long> bad() {
        return Map.copyOf(bad);
    }

    /** Billed minutes of the meters that have a price. */
    public Map<Meter, Long> minutes() {
        return Map.copyOf(minutes);
    }

    String json(TrafficPlan plan) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("records", records);
        shown.put("distinct", distinct);
        shown.put("duplicates", duplicates);
        shown.put("bad", bad);
        shown.put("minutes", minutes);
        shown.put("accounts", plan.accounts());
        shown.put("seed", plan.seed());
        return JsonMapper.shared().writeValueAsString(shown);
    }
}
