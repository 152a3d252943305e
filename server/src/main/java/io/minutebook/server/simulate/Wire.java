package io.minutebook.server.simulate;

import io.minutebook.billing.BusinessTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes records as structured CloudEvents, each on one line. */
final class Wire {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private static final ObjectWriter TIGHT = JsonMapper.shared().writer();
    private static final ObjectWriter SPACED = TIGHT.with(
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter()));

    private Wire() {}

    static byte[] written(ClosedUsage usage) {
        return bytes(event(usage));
    }

    /**
     * The same record to a reader: other order, spaces and zone, defaults left out, and fields nobody knows.
     */
    static byte[] writtenOtherwise(ClosedUsage usage, Dice dice) {
        var data = fields(usage, ZoneOffset.UTC);
        data.values().removeIf(value -> value == null);
        data.remove("mediaType", "AUDIO");
        data.put("observedBy", "probe-" + dice.below(8));
        var event = event(usage, data, ZoneOffset.UTC);
        event.put("data", shuffled(data, dice));
        return SPACED.writeValueAsBytes(shuffled(event, dice));
    }

    /** The whole event, as a map that may be spoilt. */
    static Map<String, @Nullable Object> event(ClosedUsage usage) {
        return event(usage, fields(usage));
    }

    static Map<String, @Nullable Object> event(ClosedUsage usage, Map<String, @Nullable Object> data) {
        return event(usage, data, BusinessTime.ZONE);
    }

    /** The data, as a map that may be spoilt. */
    static Map<String, @Nullable Object> fields(ClosedUsage usage) {
        return fields(usage, BusinessTime.ZONE);
    }

    static byte[] bytes(Map<String, @Nullable Object> event) {
        return TIGHT.writeValueAsBytes(event);
    }

    private static Map<String, @Nullable Object> event(
            ClosedUsage usage, Map<String, @Nullable Object> data, ZoneId zone) {
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("specversion", "1.0");
        event.put("id", usage.recordId());
        event.put("source", usage.source());
        event.put("type", usage.type());
        event.put("subject", usage.accountId());
        event.put("time", timeOf(usage.closedAt(), zone));
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return event;
    }

    private static Map<String, @Nullable Object> fields(ClosedUsage usage, ZoneId zone) {
        var fields = new LinkedHashMap<String, @Nullable Object>(usage.data());
        fields.replaceAll((name, value) -> value instanceof Instant instant ? timeOf(instant, zone) : value);
        return fields;
    }

    private static String timeOf(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    private static Map<String, @Nullable Object> shuffled(Map<String, @Nullable Object> fields, Dice dice) {
        List<String> names = new ArrayList<>(fields.keySet());
        var shuffled = new LinkedHashMap<String, @Nullable Object>();
        while (!names.isEmpty()) {
            var name = names.remove(dice.below(names.size()));
            shuffled.put(name, fields.get(name));
        }
        return shuffled;
    }
}
