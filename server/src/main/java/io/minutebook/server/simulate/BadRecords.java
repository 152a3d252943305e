package io.minutebook.server.simulate;

import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.server.simulate.Expectation.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records that a ledger must refuse, each for one reason; none has the identity of a good one, but for a
 * conflict.
 */
final class BadRecords {

    /** Every reason that a producer can cause, in turn. */
    private static final List<RecordRefusal> REASONS = List.of(
            RecordRefusal.MALFORMED,
            RecordRefusal.DURATION_MISMATCH,
            RecordRefusal.ID_CONFLICT,
            RecordRefusal.MISSING_ANSWER,
            RecordRefusal.NEGATIVE_DURATION,
            RecordRefusal.UNKNOWN_ACCOUNT,
            RecordRefusal.NUM400_OUTBOUND,
            RecordRefusal.ACCOUNT_MISMATCH,
            RecordRefusal.TIME_ORDER,
            RecordRefusal.TOO_LONG,
            RecordRefusal.FUTURE_RECORD,
            RecordRefusal.TOO_LARGE);

    private static final int MOST_TOO_LARGE = 2;
    private static final int TOO_MANY_BYTES = 1_100_000;
    private static final long NOBODYS_FIRST_ACCOUNT = 9_000_000_000_000_000_000L;
    private static final Duration FAR_AHEAD = Duration.ofDays(30 * 366);

    private final TrafficPlan plan;
    private final Population population;

    BadRecords(TrafficPlan plan, Population population) {
        this.plan = plan;
        this.population = population;
    }

    static RecordRefusal reasonOf(long number) {
        var reason = REASONS.get((int) (number % REASONS.size()));
        boolean enough = number / REASONS.size() >= MOST_TOO_LARGE;
        return reason == RecordRefusal.TOO_LARGE && enough ? RecordRefusal.MALFORMED : reason;
    }

    Generated bad(long number, Instant begins) {
        var dice = Dice.of(plan.seed(), Dice.About.BAD_RECORD, number);
        var reason = reasonOf(number);
        var account = reason == RecordRefusal.UNKNOWN_ACCOUNT ? nobody(dice) : population.pick(dice);
        boolean from400 = reason == RecordRefusal.NUM400_OUTBOUND;
        var line = from400 ? account.tollFree() : dice.oneOf(account.landlines());
        var sessionId = "%s-%s-bad-%d".formatted(plan.month(), plan.tag(), number);
        var call = Conversation.plainCall(account, line, sessionId, begins, dice);
        var key = reason == RecordRefusal.ACCOUNT_MISMATCH ? neighbourOf(account) : call.accountId();
        return new Generated(key, spoilt(call, reason, number, key), new Refused(reason));
    }

    private static byte[] spoilt(ClosedUsage call, RecordRefusal reason, long number, String key) {
        var data = new LinkedHashMap<String, @Nullable Object>(call.data());
        boolean even = number / REASONS.size() % 2 == 0;
        switch (reason) {
            case TOO_LARGE -> data.put("extensions", Map.of("padding", "x".repeat(TOO_MANY_BYTES)));
            case MALFORMED -> {
                return MalformedRecords.malformed(number, call);
            }
            case MISSING_ANSWER -> data.put("answeredAt", null);
            case NEGATIVE_DURATION -> endsTooEarly(data, even);
            case TIME_ORDER ->
                data.put("startedAt", timeIn(data, "answeredAt").plusMillis(even ? 1_001 : 30_000));
            case TOO_LONG -> lasts(data, Duration.ofDays(1).plusMillis(even ? 1 : 3_600_000));
            case DURATION_MISMATCH -> data.put("durationMs", call.chargedMillis() + (even ? 1_001 : -60_000));
            case FUTURE_RECORD -> delay(data, FAR_AHEAD);
            case ACCOUNT_MISMATCH, NUM400_OUTBOUND, UNKNOWN_ACCOUNT -> {}
            case ID_CONFLICT, ALREADY_SUPERSEDED, SUPERSEDED_UNKNOWN, PROCESSING_FAILED ->
                throw new IllegalArgumentException("not caused by one record alone: " + reason);
        }
        return bytes(call, data, key);
    }

    private static byte[] bytes(ClosedUsage call, Map<String, @Nullable Object> data, String subject) {
        var closedAt = timeIn(data, "endedAt");
        var changed = new ClosedUsage(
                call.source(),
                call.type(),
                call.recordId(),
                closedAt,
                call.meter(),
                call.chargedMillis(),
                data);
        var event = Wire.event(changed);
        event.put("subject", subject);
        return Wire.bytes(event);
    }

    /** Before it was answered, or, never answered, before it began. */
    private static void endsTooEarly(Map<String, @Nullable Object> data, boolean answered) {
        if (!answered) {
            data.put("answeredAt", null);
            data.put("disposition", "NO_ANSWER");
        }
        data.put("durationMs", 0L);
        data.put("endedAt", timeIn(data, answered ? "answeredAt" : "startedAt").minusMillis(1));
    }

    private static void lasts(Map<String, @Nullable Object> data, Duration talk) {
        var answeredAt = timeIn(data, "endedAt").minus(talk);
        data.put("startedAt", answeredAt.minusSeconds(5));
        data.put("answeredAt", answeredAt);
        data.put("durationMs", talk.toMillis());
    }

    private static void delay(Map<String, @Nullable Object> data, Duration delay) {
        data.replaceAll((name, value) -> value instanceof Instant instant ? instant.plus(delay) : value);
    }

    private static Instant timeIn(Map<String, @Nullable Object> data, String name) {
        if (data.get(name) instanceof Instant instant) return instant;
        throw new IllegalStateException("no time in " + name);
    }

    private static AccountProfile nobody(Dice dice) {
        return AccountProfile.of(NOBODYS_FIRST_ACCOUNT + dice.below(1_000_000), dice);
    }

    private String neighbourOf(AccountProfile account) {
        long next = Long.parseLong(account.accountId()) + 1;
        return Long.toString(next < plan.firstAccount() + plan.accounts() ? next : plan.firstAccount());
    }
}
