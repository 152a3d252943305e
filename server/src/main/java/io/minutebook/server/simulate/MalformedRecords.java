package io.minutebook.server.simulate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The many ways in which a record fails to be one: broken text, a broken envelope, or fields that break the
 * contract.
 */
final class MalformedRecords {

    /** Spoils the event (first) or its data (second). */
    private interface Spoiling {
        void spoil(Map<String, @Nullable Object> event, Map<String, @Nullable Object> data);
    }

    private static final List<UnaryOperator<String>> TEXTS = List.of(
            text -> text.substring(0, text.length() / 2),
            text -> "not json: " + text.length(),
            text -> "[" + text + "]",
            text -> "12",
            text -> text + text,
            text -> text.replaceFirst("\"durationMs\":[0-9]+", "\"durationMs\":1e1000000000"),
            text -> text.replaceFirst("\"sessionId\":\"", "\"sessionId\":\"\\\\u0000"),
            text -> text.replaceFirst("\"agentId\":\"", "\"agentId\":\"\\\\ud83d"));

    private static final List<Spoiling> FIELDS = List.of(
            (event, _) -> event.remove("subject"),
            (event, _) -> event.remove("specversion"),
            (event, _) -> event.remove("source"),
            (event, _) -> event.remove("data"),
            (event, _) -> event.put("type", "minutebook.call-leg.v9"),
            (event, _) -> event.put("type", ClosedUsage.RECOGNITION),
            (event, _) -> event.put("type", ClosedUsage.BOT_MESSAGES),
            (event, _) -> event.put("id", event.get("id") + "x"),
            (event, data) -> event.put("time", data.get("startedAt")),
            (_, data) -> data.remove("accountId"),
            (_, data) -> data.put("accountId", "10086a"),
            (_, data) -> data.put("applicationId", 0L),
            (_, data) -> data.put("sessionId", "s".repeat(65)),
            (_, data) -> data.put("legId", "main leg"),
            (_, data) -> data.put("legType", "MAINE"),
            (_, data) -> data.remove("network"),
            (_, data) -> data.put("direction", "SIDEWAYS"),
            (_, data) -> data.remove("serviceNumber"),
            (_, data) -> data.put("serviceNumberType", null),
            (_, data) -> data.put("caller", 13800138000L),
            (_, data) -> data.remove("endedAt"),
            (_, data) -> data.put("startedAt", "2025-01-01T08:00:00.000"),
            (_, data) -> data.put("startedAt", "yesterday"),
            (_, data) -> data.put("durationMs", -1L),
            (_, data) -> data.put("durationMs", "60000"),
            (_, data) -> data.put("disposition", "NO_ANSWER"),
            (_, data) -> data.put("revision", 1L),
            MalformedRecords::makeInboundToMobile);

    private MalformedRecords() {}

    static byte[] malformed(long number, ClosedUsage call) {
        int shape = (int) (Dice.mixed(number + 1) >>> 1) & 0x7FFFFFFF;
        int way = shape % (TEXTS.size() + FIELDS.size());
        if (way >= FIELDS.size()) {
            var text = new String(Wire.written(call), StandardCharsets.UTF_8);
            return TEXTS.get(way - FIELDS.size()).apply(text).getBytes(StandardCharsets.UTF_8);
        }
        var data = Wire.fields(call);
        var event = Wire.event(call, data);
        FIELDS.get(way).spoil(event, data);
        return Wire.bytes(event);
    }

    /** That leg is always a call to the agent. */
    private static void makeInboundToMobile(
            Map<String, @Nullable Object> event, Map<String, @Nullable Object> data) {
        data.put("legType", LegShape.AGENT_MOBILE);
        data.put("direction", LegShape.INBOUND);
        event.put("data", data);
    }
}
