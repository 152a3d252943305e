package io.minutebook.ingest.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A usage record as JSON, field by field in raw JSON; id, subject and time follow from the data unless a test
 * sets them. It begins as a call of 59,001 ms from a landline number of the platform.
 */
final class CallLegJson {

    static final Instant NOW = Instant.parse("2025-02-01T00:00:00Z");
    static final String CALLER = "+862088880000";
    static final String CALLEE = "+8613812348000";

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, String> data = new LinkedHashMap<>();
    private @Nullable String key = "1000001";

    private CallLegJson(String type) {
        attributes.put("specversion", quoted("1.0"));
        attributes.put("source", quoted("/cdr/ap-guangzhou"));
        attributes.put("type", quoted(type));
        data.put("accountId", quoted("1000001"));
        data.put("applicationId", "1400000001");
    }

    static CallLegJson answered() {
        return new CallLegJson("minutebook.call-leg.v1")
                .text("sessionId", "session-1")
                .text("legId", "main")
                .text("legType", "MAIN")
                .text("network", "PSTN")
                .text("direction", "OUTBOUND")
                .text("serviceNumber", "+862066660000")
                .text("serviceNumberType", "LANDLINE")
                .text("serviceNumberOwnership", "PLATFORM")
                .text("caller", CALLER)
                .text("callee", CALLEE)
                .text("startedAt", "2025-01-15T10:00:00.000+08:00")
                .text("answeredAt", "2025-01-15T10:00:10.000+08:00")
                .text("endedAt", "2025-01-15T10:01:09.001+08:00")
                .raw("durationMs", "59001")
                .text("disposition", "ANSWERED");
    }

    static CallLegJson unanswered() {
        return answered().without("answeredAt").text("disposition", "NO_ANSWER").raw("durationMs", "0");
    }

    /** With every field of the contract, none at its default. */
    static CallLegJson complete() {
        return answered()
                .raw("revision", "2")
                .text("supersedes", "1400000001:session-1:main:r1")
                .text("mediaType", "VIDEO")
                .text("calleeArea", "广东广州")
                .raw("endStatus", "-7")
                .text("agentId", "agent-1");
    }

    static CallLegJson voip(String mediaType) {
        return answered()
                .without("serviceNumber")
                .without("serviceNumberType")
                .without("serviceNumberOwnership")
                .text("network", "VOIP")
                .text("mediaType", mediaType);
    }

    static CallLegJson recognition() {
        return new CallLegJson("minutebook.recognition.v1")
                .text("sessionId", "session-1")
                .text("legId", "asr-1")
                .text("mode", "REALTIME")
                .text("feature", "TRANSCRIPTION")
                .text("startedAt", "2025-01-15T10:00:00.000+08:00")
                .text("endedAt", "2025-01-15T10:00:02.000+08:00")
                .raw("durationMs", "3600000");
    }

    static CallLegJson botMessages() {
        return new CallLegJson("minutebook.bot-messages.v1")
                .text("batchId", "batch-1")
                .text("region", "DOMESTIC")
                .raw("count", "20")
                .text("occurredAt", "2025-01-15T10:00:00.000+08:00");
    }

    /** Answered at 10:00:10, with that many milliseconds to the end. */
    CallLegJson talking(long millis) {
        var endedAt = Instant.parse("2025-01-15T02:00:10Z").plusMillis(millis);
        return text("endedAt", endedAt.toString()).raw("durationMs", Long.toString(millis));
    }

    CallLegJson text(String field, String value) {
        return raw(field, quoted(value));
    }

    CallLegJson raw(String field, String json) {
        data.put(field, json);
        return this;
    }

    CallLegJson without(String field) {
        data.remove(field);
        return this;
    }

    CallLegJson attribute(String name, String json) {
        attributes.put(name, json);
        return this;
    }

    CallLegJson key(@Nullable String key) {
        this.key = key;
        return this;
    }

    List<String> fields() {
        return List.copyOf(data.keySet());
    }

    String field(String name) {
        return data.getOrDefault(name, "null");
    }

    String dataJson() {
        return object(data, "");
    }

    String json() {
        return object(allAttributes(), ",\"data\":" + dataJson());
    }

    Delivery structured() {
        return delivery(json(), List.of());
    }

    Delivery structured(String json) {
        return delivery(json, List.of());
    }

    Delivery binary() {
        return binary(dataJson());
    }

    Delivery binary(String value) {
        var headers = new ArrayList<Header>();
        headers.add(header("content-type", "application/json"));
        allAttributes().forEach((name, json) -> headers.add(header("ce_" + name, unquoted(json))));
        return delivery(value, headers);
    }

    static Header header(String key, String value) {
        return new Header(key, value.getBytes(UTF_8));
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }

    private Delivery delivery(String value, List<Header> headers) {
        var keyBytes = key == null ? null : key.getBytes(UTF_8);
        return new Delivery("usage-records", 3, 42, keyBytes, value.getBytes(UTF_8), headers, NOW);
    }

    private Map<String, String> allAttributes() {
        var all = new LinkedHashMap<>(attributes);
        all.putIfAbsent("id", quoted(followingId()));
        all.putIfAbsent("subject", field("accountId"));
        all.putIfAbsent("time", data.containsKey("occurredAt") ? field("occurredAt") : field("endedAt"));
        all.values().removeIf("absent"::equals);
        return all;
    }

    private String followingId() {
        var application = field("applicationId");
        if (data.containsKey("batchId")) return application + ":bot:" + unquoted(field("batchId"));
        var id = application + ":" + unquoted(field("sessionId")) + ":" + unquoted(field("legId"));
        var revision = field("revision");
        return revision.equals("null") || revision.equals("0") ? id : id + ":r" + revision;
    }

    private static String object(Map<String, String> fields, String tail) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", tail + "}"));
    }

    private static String unquoted(String json) {
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }
}
