package io.minutebook.server.verify;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;

/**
 * What a record costs, worked out from its fields alone: the meter by the first rule that fits, minutes by
 * the started minute of this one record, the month of its end in Asia/Shanghai. Bot messages count one each, unless
 * they are free.
 *
 * @param minutes bot messages where that is the meter
 */
record Rating(String meter, long minutes, long endedAtMillis, String month) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<String> INSIDE = Set.of("INTERNAL", "AGENT_WEB", "AGENT_SIP", "AGENT_MINIPROGRAM");
    private static final Set<String> PAID_WITH_PACKS =
            Set.of("LANDLINE_OUTBOUND", "TOLL_FREE_INBOUND", "AUDIO", "REALTIME_ASR", "OFFLINE_ASR");
    private static final String MESSAGES = "BOT_MESSAGES";
    private static final long MINUTE_MILLIS = 60_000;

    static Rating of(Part record) {
        return switch (record.text("kind")) {
            case "call-leg" -> rated(meterOfLeg(record), talkMillis(record), record.millis("endedAt"));
            case "recognition" ->
                rated(record.text("mode") + "_ASR", record.number("audioMillis"), record.millis("endedAt"));
            case "bot-messages" -> messages(record.number("count"), record.millis("occurredAt"));
            default -> throw new Misshapen(record.path() + ".kind is none that is known");
        };
    }

    private static Rating rated(String meter, long chargedMillis, long endedAtMillis) {
        long minutes = PAID_WITH_PACKS.contains(meter) ? (chargedMillis + MINUTE_MILLIS - 1) / MINUTE_MILLIS : 0;
        return new Rating(meter, minutes, endedAtMillis, monthOf(endedAtMillis));
    }

    private static Rating messages(long count, long occurredAtMillis) {
        return new Rating(MESSAGES, count, occurredAtMillis, monthOf(occurredAtMillis));
    }

    boolean isOfMessages() {
        return meter.equals(MESSAGES);
    }

    /** The same for nothing. */
    Rating free() {
        return new Rating(meter, 0, endedAtMillis, month);
    }

    private static String monthOf(long millis) {
        return YearMonth.from(Instant.ofEpochMilli(millis).atZone(SHANGHAI)).toString();
    }

    private static long talkMillis(Part leg) {
        var answeredAt = leg.millisOrNull("answeredAt");
        if (answeredAt == null) return 0;
        long talked = leg.millis("endedAt") - answeredAt;
        if (talked < 0) throw new Misshapen(leg.path() + " ended before it was answered");
        return talked;
    }

    private static String meterOfLeg(Part leg) {
        var network = leg.text("network");
        if (network.equals("INTERNAL") || INSIDE.contains(leg.text("legType"))) return "UNMETERED";
        if (network.equals("VOIP")) return leg.text("mediaType").equals("AUDIO") ? "AUDIO" : "UNMETERED";
        if (leg.text("serviceNumberOwnership").equals("CUSTOMER")) return "UNMETERED";
        boolean inbound = leg.text("direction").equals("INBOUND");
        if (!leg.text("serviceNumberType").equals("NUM400")) {
            return inbound ? "LANDLINE_INBOUND" : "LANDLINE_OUTBOUND";
        }
        if (inbound) return "TOLL_FREE_INBOUND";
        throw new Misshapen(leg.path() + " is outbound on a 400 number, which only receives");
    }
}
