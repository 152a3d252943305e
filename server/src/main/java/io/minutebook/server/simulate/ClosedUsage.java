package io.minutebook.server.simulate;

import io.minutebook.billing.usage.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that the platform publishes, and what the simulator knows about it without asking the ledger's
 * rules.
 *
 * @param meter what it counts towards, known from how the contact came about
 * @param chargedMillis talk time, or recognised audio; 0 if never answered
 * @param data the fields of the contract in its order, times as instants
 */
record ClosedUsage(
        String source,
        String type,
        String recordId,
        Instant closedAt,
        Meter meter,
        long chargedMillis,
        Map<String, @Nullable Object> data) {

    static final String CALL_LEG = "minutebook.call-leg.v1";
    static final String RECOGNITION = "minutebook.recognition.v1";
    static final String BOT_MESSAGES = "minutebook.bot-messages.v1";

    private static final long MINUTE_MILLIS = 60_000;

    String accountId() {
        return String.valueOf(data.get("accountId"));
    }

    /** A started minute counts as a whole one; what has no price is listed with none. */
    long minutes() {
        return switch (meter) {
            case LANDLINE_OUTBOUND, TOLL_FREE_INBOUND, AUDIO, REALTIME_ASR, OFFLINE_ASR ->
                chargedMillis / MINUTE_MILLIS + (chargedMillis % MINUTE_MILLIS == 0 ? 0 : 1);
            case LANDLINE_INBOUND, UNMETERED, BOT_MESSAGES -> 0;
        };
    }

    boolean canBeCorrected() {
        return !type.equals(BOT_MESSAGES);
    }

    /** The same identity with other content that is just as valid; it closes at the same instant. */
    ClosedUsage altered() {
        var changed = new LinkedHashMap<String, @Nullable Object>(data);
        return switch (type) {
            case CALL_LEG -> shortened(changed);
            case RECOGNITION -> {
                changed.put("durationMs", chargedMillis + MINUTE_MILLIS);
                yield with(recordId, chargedMillis + MINUTE_MILLIS, changed);
            }
            default -> {
                changed.merge("count", 1L, (count, one) -> (Long) count + (Long) one);
                yield with(recordId, chargedMillis, changed);
            }
        };
    }

    /** Answered later than first reported, so that a quarter of the talk time goes. */
    private ClosedUsage shortened(Map<String, @Nullable Object> changed) {
        changed.merge("endStatus", 1L, (status, one) -> (Long) status + (Long) one);
        if (changed.get("answeredAt") == null) return with(recordId, 0, changed);
        long talk = chargedMillis - chargedMillis / 4;
        changed.put("answeredAt", closedAt.minus(Duration.ofMillis(talk)));
        changed.put("durationMs", talk);
        return with(recordId, talk, changed);
    }

    /** The next correction of this record: other content, and an identity of its own that names this one. */
    ClosedUsage corrected() {
        var altered = altered();
        var changed = new LinkedHashMap<String, @Nullable Object>(altered.data);
        long revision = 1 + (Long) changed.getOrDefault("revision", 0L);
        changed.put("revision", revision);
        changed.put("supersedes", recordId);
        var original = recordId.replaceFirst(":r[0-9]+$", "");
        return with(original + ":r" + revision, altered.chargedMillis, changed);
    }

    private ClosedUsage with(String id, long millis, Map<String, @Nullable Object> changed) {
        return new ClosedUsage(source, type, id, closedAt, meter, millis, changed);
    }
}
