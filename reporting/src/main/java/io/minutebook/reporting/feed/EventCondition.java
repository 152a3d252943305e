package io.minutebook.reporting.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stored events must say to be read: SQL over their columns, with its parameters. */
public record EventCondition(String sql, List<Object> parameters) {

    public EventCondition {
        parameters = List.copyOf(parameters);
    }

    /**
     * With a position in (after, upTo]. Streams are read by their own index: a position that is summed up cannot tempt a
     * plan made without knowing the values to go through the whole ledger between them.
     */
    public static EventCondition between(long after, long upTo) {
        return new EventCondition("position + 0 > ? and position + 0 <= ?", List.of(after, upTo));
    }

    /** But for the usage itself, which is most of the ledger; an index has all the rest. */
    public EventCondition withoutUsage() {
        return new EventCondition(
                sql + " and event_type <> all (array['packs.minutes-drawn', 'usage.usage-listed'])", parameters);
    }

    /** Also this, where there is a value for it. */
    public EventCondition and(String condition, @Nullable String value) {
        if (value == null) return this;
        var all = new ArrayList<>(parameters);
        all.add(value);
        return new EventCondition(sql + " and " + condition, all);
    }
}
