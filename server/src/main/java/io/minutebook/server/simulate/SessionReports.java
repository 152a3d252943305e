package io.minutebook.server.simulate;

import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what happened in one session, in the fields of the contract. */
final class SessionReports {

    private static final List<String> AREAS = List.of("广东深圳", "北京", "上海", "四川成都", "浙江杭州");
    private static final long SKEW_MILLIS = 1_000;

    private final AccountProfile account;
    private final long applicationId;
    private final String sessionId;
    private final Dice dice;
    private final String agentId;
    private final @Nullable String customer;
    private final List<ClosedUsage> reports = new ArrayList<>();
    private int parties;

    SessionReports(AccountProfile account, String sessionId, Dice dice) {
        this.account = account;
        this.applicationId = dice.oneOf(account.applications());
        this.sessionId = sessionId;
        this.dice = dice;
        this.agentId = "agent-" + dice.below(40) + "@" + account.accountId() + ".example";
        this.customer = customerOf(dice);
    }

    List<ClosedUsage> all() {
        return reports;
    }

    /** A mobile number; a mapped one or none where the number is protected. */
    private static @Nullable String customerOf(Dice dice) {
        int protection = dice.below(100);
        if (protection < 8) return null;
        if (protection < 11) return "protected-" + AccountProfile.digits(dice, 8);
        return "+861" + dice.between(3, 9) + AccountProfile.digits(dice, 9);
    }

    void main(LegShape shape, CallTimes times) {
        leg("main", shape, times);
    }

    void party(LegShape shape, CallTimes times) {
        leg("p" + ++parties, shape, times);
    }

    private void leg(String legId, LegShape shape, CallTimes times) {
        var data = fields(legId);
        data.put("legType", shape.legType());
        data.put("network", shape.network());
        data.put("direction", shape.direction());
        data.put("mediaType", shape.mediaType());
        putNumbers(data, shape);
        putTimes(data, times);
        data.put("endStatus", 200L + dice.below(10));
        data.put("agentId", agentId);
        if (dice.inPercent(20)) data.put("extensions", Map.of("TelCdrInfo", Map.of("Skill", "售后")));
        add(ClosedUsage.CALL_LEG, legId, times.endedAt(), shape.meter(), times.talkMillis(), data);
    }

    private void putNumbers(Map<String, @Nullable Object> data, LegShape shape) {
        var number = shape.number();
        if (number != null) {
            data.put("serviceNumber", number.number());
            data.put("serviceNumberType", number.type());
            data.put("serviceNumberOwnership", number.ownership());
        }
        boolean inbound = shape.direction().equals(LegShape.INBOUND);
        var ours = number == null ? null : number.number();
        data.put("caller", inbound ? customer : ours);
        data.put("callee", inbound ? ours : customer);
        data.put("calleeArea", dice.oneOf(AREAS));
    }

    /** The platform's own measure of the talk is sometimes up to a second off its timestamps. */
    private void putTimes(Map<String, @Nullable Object> data, CallTimes times) {
        long talk = times.talkMillis();
        if (talk >= SKEW_MILLIS && dice.inPercent(2)) talk += dice.between(-SKEW_MILLIS, SKEW_MILLIS);
        data.put("startedAt", times.startedAt());
        data.put("answeredAt", times.answeredAt());
        data.put("endedAt", times.endedAt());
        data.put("durationMs", talk);
        data.put("disposition", times.disposition());
    }

    /** What is recognised while people talk is listed as it ends, a recording some minutes after. */
    void recognition(String mode, String feature, Instant startedAt, Instant endedAt, long audioMillis) {
        var data = fields("asr-1");
        data.put("mode", mode);
        data.put("feature", feature);
        data.put("startedAt", startedAt);
        data.put("endedAt", endedAt);
        data.put("durationMs", audioMillis);
        var meter = mode.equals("REALTIME") ? Meter.REALTIME_ASR : Meter.OFFLINE_ASR;
        add(ClosedUsage.RECOGNITION, "asr-1", endedAt, meter, audioMillis, data);
    }

    void botMessages(Instant occurredAt) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("accountId", account.accountId());
        data.put("applicationId", applicationId);
        data.put("batchId", sessionId);
        data.put("region", dice.inPercent(85) ? "DOMESTIC" : "OVERSEAS");
        data.put("count", dice.between(1, 200));
        data.put("occurredAt", occurredAt);
        var id = applicationId + ":bot:" + sessionId;
        reports.add(new ClosedUsage(
                account.source(), ClosedUsage.BOT_MESSAGES, id, occurredAt, Meter.BOT_MESSAGES, 0, data));
    }

    private Map<String, @Nullable Object> fields(String legId) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("accountId", account.accountId());
        data.put("applicationId", applicationId);
        data.put("sessionId", sessionId);
        data.put("legId", legId);
        return data;
    }

    private void add(
            String type,
            String legId,
            Instant closedAt,
            Meter meter,
            long millis,
            Map<String, @Nullable Object> data) {
        var id = applicationId + ":" + sessionId + ":" + legId;
        reports.add(new ClosedUsage(account.source(), type, id, closedAt, meter, millis, data));
    }
}
