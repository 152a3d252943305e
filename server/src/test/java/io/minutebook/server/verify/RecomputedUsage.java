package io.minutebook.server.verify;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The figures of a record of usage, worked out by hand from the inputs of its explanation and nothing else. */
record RecomputedUsage(String month, String meter, long billed, long drawn, long uncovered, Map<String, Long> draws) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long MILLIS = 60_000;

    static RecomputedUsage of(JsonNode explanation) {
        var record = RecomputedLine.step(explanation, "RECORD").at("/inputs");
        var meter = meterOf(record);
        long billed = billed(record, meter, explanation);
        var end = OffsetDateTime.parse(record.at("/endedAt").asString());
        var month = month(end, explanation);
        var draws = new TreeMap<String, Long>();
        long owed = billed;
        if (billed > 0) {
            for (var pack : inOrder(RecomputedLine.step(explanation, "PD-7").at("/inputs/candidates"))) {
                long given = Math.min(owed, usable(pack, end));
                if (given > 0) draws.put(pack.at("/packId").asString(), given);
                owed -= given;
            }
        }
        return new RecomputedUsage(month, meter, billed, billed - owed, owed, draws);
    }

    private static String month(OffsetDateTime end, JsonNode explanation) {
        var ofEnd = end.atZoneSameInstant(SHANGHAI).toString().substring(0, 7);
        return RecomputedLine.steps(explanation, "LATE").stream()
                .map(late -> late.at("/inputs/earliestOpen").asString())
                .filter(open -> open.compareTo(ofEnd) > 0)
                .findFirst()
                .orElse(ofEnd);
    }

    /** The late line that takes a row of a closed month back. */
    RecomputedUsage takenBack(JsonNode explanation) {
        var late = RecomputedLine.step(explanation, "SUPERSEDED-LATE").at("/result");
        var returns = new TreeMap<String, Long>();
        late.at("/returns").forEach(back -> returns.put(back.at("/packId").asString(), -back.at("/minutes").asLong()));
        long given = returns.values().stream().mapToLong(Long::longValue).sum();
        return new RecomputedUsage(
                late.at("/takenBackIn").asString(), meter, -billed, given, -billed - given, returns);
    }

    static RecomputedUsage shownBy(JsonNode row) {
        var draws = new TreeMap<String, Long>();
        row.at("/packDraws").forEach(draw -> draws.put(draw.at("/packId").asString(), draw.at("/minutes").asLong()));
        return new RecomputedUsage(
                row.at("/billingMonth").asString(), row.at("/meter").asString(), row.at("/billedMinutes").asLong(),
                row.at("/drawnMinutes").asLong(), row.at("/uncoveredMinutes").asLong(), draws);
    }

    private static String meterOf(JsonNode record) {
        if (record.has("mode")) return record.at("/mode").asString() + "_ASR";
        if (record.has("batchId")) return "BOT_MESSAGES";
        var leg = record.at("/legType").asString();
        var network = record.at("/network").asString();
        if (network.equals("INTERNAL") || List.of("INTERNAL", "AGENT_WEB", "AGENT_SIP", "AGENT_MINIPROGRAM").contains(leg)) {
            return "UNMETERED";
        }
        if (network.equals("VOIP")) return record.at("/mediaType").asString().equals("AUDIO") ? "AUDIO" : "UNMETERED";
        if (record.at("/serviceNumberOwnership").asString().equals("CUSTOMER")) return "UNMETERED";
        boolean inbound = record.at("/direction").asString().equals("INBOUND");
        if (record.at("/serviceNumberType").asString().equals("NUM400")) return "TOLL_FREE_INBOUND";
        return inbound ? "LANDLINE_INBOUND" : "LANDLINE_OUTBOUND";
    }

    private static long billed(JsonNode record, String meter, JsonNode explanation) {
        return switch (meter) {
            case "UNMETERED", "LANDLINE_INBOUND" -> 0;
            case "BOT_MESSAGES" ->
                RecomputedLine.step(explanation, "PD-18").at("/inputs/free").asBoolean() ? 0 : record.at("/count").asLong();
            case "REALTIME_ASR", "OFFLINE_ASR" -> started(record.at("/audioMillis").asLong());
            default -> record.has("answeredAt") ? started(talked(record)) : 0;
        };
    }

    private static long talked(JsonNode record) {
        return millis(record.at("/endedAt")) - millis(record.at("/answeredAt"));
    }

    private static long millis(JsonNode time) {
        return OffsetDateTime.parse(time.asString()).toInstant().toEpochMilli();
    }

    private static long started(long millis) {
        return (millis + MILLIS - 1) / MILLIS;
    }

    private static List<JsonNode> inOrder(JsonNode candidates) {
        var packs = new ArrayList<JsonNode>();
        candidates.forEach(packs::add);
        packs.sort(Comparator.comparing((JsonNode pack) -> !pack.at("/included").asBoolean())
                .thenComparingLong(pack -> millis(pack.at("/validUntil")))
                .thenComparingLong(pack -> millis(pack.at("/boughtAt")))
                .thenComparing(pack -> pack.at("/packId").asString()));
        return packs;
    }

    private static long usable(JsonNode pack, OffsetDateTime end) {
        long ended = end.toInstant().toEpochMilli();
        boolean valid = millis(pack.at("/boughtAt")) <= ended && ended < millis(pack.at("/validUntil"));
        boolean refunded = pack.has("refundedAt") && millis(pack.at("/refundedAt")) <= ended;
        return valid && !refunded ? pack.at("/remaining").asLong() + pack.at("/expired").asLong() : 0;
    }
}
