package io.minutebook.server.demo;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.Network;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

    private static final JsonMapper json = JsonMapper.shared();
    private static final URI SOURCE = URI.create("/cdr/demo");

    /** The platform's number on a telephone leg, and who spoke with whom. */
    record NumberUse(String type, String serviceNumber, String caller, String callee) {}

    Leg overNumber(String numberType, String serviceNumber, String caller, String callee) {
        var use = new NumberUse(numberType, serviceNumber, caller, callee);
        return new Leg(
                session, id, type, network, direction, startedAt, answeredAt, endedAt, disposition, use);
    }

    CloudEvent record(String accountId, long applicationId) {
        return CloudEventBuilder.v1()
                .withId(applicationId + ":" + session + ":" + id)
                .withSource(SOURCE)
                .withType("minutebook.call-leg.v1")
                .withSubject(accountId)
                .withTime(endedAt.atZone(BusinessTime.ZONE).toOffsetDateTime())
                .withData("application/json", json.writeValueAsBytes(data(accountId, applicationId)))
                .build();
    }

    private Map<String, Object> data(String accountId, long applicationId) {
        var data = new LinkedHashMap<String, Object>();
        data.put("accountId", accountId);
        data.put("applicationId", applicationId);
        data.put("sessionId", session);
        data.put("legId", id);
        data.put("legType", type.name());
        data.put("network", network.name());
        data.put("direction", direction.name());
        if (numbers != null) addNumbers(data, numbers);
        data.put("startedAt", Rfc3339.text(startedAt));
        if (answeredAt != null) data.put("answeredAt", Rfc3339.text(answeredAt));
        data.put("endedAt", Rfc3339.text(endedAt));
        data.put("durationMs", answeredAt == null ? 0 : Duration.between(answeredAt, endedAt).toMillis());
        data.put("disposition", disposition.name());
        return data;
    }

    private static void addNumbers(Map<String, Object> data, NumberUse numbers) {
        data.put("serviceNumber", numbers.serviceNumber());
        data.put("serviceNumberType", numbers.type());
        data.put("serviceNumberOwnership", "PLATFORM");
        data.put("caller", numbers.caller());
        data.put("callee", numbers.callee());
    }
}
