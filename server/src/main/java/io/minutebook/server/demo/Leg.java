package io.minutebook.server.demo;

import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One closed leg of a call as a telephony platform knows it, and the usage record it publishes for it. */
record Leg(
        String session,
        String id,
        LegType type,
        Network network,
        Direction direction,
        Instant startedAt,
        @Nullable Instant answeredAt,
        Instant endedAt,
        Disposition disposition,
        @Nullable NumberUse numbers) {

    /** The platform's number on a telephone leg, and who spoke with whom. */
    record NumberUse(String type, String serviceNumber, String caller, String callee) {}

    Leg overNumber(String numberType, String serviceNumber, String caller, String callee) {
        var use = new NumberUse(numberType, serviceNumber, caller, callee);
        return new Leg(
                session, id, type, network, direction, startedAt, answeredAt, endedAt, disposition, use);
    }

    /** The same call, reported under another session. */
    Leg inSession(String other) {
        return new Leg(other, id, type, network, direction, startedAt, answeredAt, endedAt, disposition, numbers);
    }

    /** As a clock would tell it that is ahead. */
    Leg later(Duration ahead) {
        var answered = answeredAt == null ? null : answeredAt.plus(ahead);
        return new Leg(
                session, id, type, network, direction,
                startedAt.plus(ahead), answered, endedAt.plus(ahead), disposition, numbers);
    }

    /** None where nobody answered. */
    Duration talk() {
        return answeredAt == null ? Duration.ZERO : Duration.between(answeredAt, endedAt);
    }

    Report report(Customer customer) {
        var details = new LinkedHashMap<String, Object>();
        details.put("sessionId", session);
        details.put("legId", id);
        details.put("legType", type.name());
        details.put("network", network.name());
        details.put("direction", direction.name());
        if (numbers != null) addNumbers(details, numbers);
        details.put("startedAt", Rfc3339.text(startedAt));
        if (answeredAt != null) details.put("answeredAt", Rfc3339.text(answeredAt));
        details.put("endedAt", Rfc3339.text(endedAt));
        details.put("durationMs", talk().toMillis());
        details.put("disposition", disposition.name());
        return new Report(customer, "minutebook.call-leg.v1", session + ":" + id, endedAt, details);
    }

    private static void addNumbers(Map<String, Object> details, NumberUse numbers) {
        details.put("serviceNumber", numbers.serviceNumber());
        details.put("serviceNumberType", numbers.type());
        details.put("serviceNumberOwnership", "PLATFORM");
        details.put("caller", numbers.caller());
        details.put("callee", numbers.callee());
    }
}
