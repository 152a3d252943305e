package io.minutebook.server.simulate;

import io.minutebook.billing.usage.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a leg connects, over which network, and what it therefore counts towards. */
record LegShape(
        String legType,
        String network,
        String direction,
        String mediaType,
        @Nullable ServiceNumber number,
        Meter meter) {

    static final String MAIN = "MAIN";
    static final String AGENT_MOBILE = "AGENT_MOBILE";
    static final String EXTERNAL_TRANSFER = "EXTERNAL_TRANSFER";
    static final String INBOUND = "INBOUND";
    static final String OUTBOUND = "OUTBOUND";

    private static final String VOIP = "VOIP";
    private static final String AUDIO = "AUDIO";
    private static final List<String> DESKS =
            List.of("AGENT_WEB", "AGENT_WEB", "AGENT_WEB", "AGENT_SIP", "AGENT_MINIPROGRAM");

    static LegShape telephone(String legType, String direction, ServiceNumber number) {
        return new LegShape(legType, "PSTN", direction, AUDIO, number, number.meterOf(direction));
    }

    static LegShape network(String mediaType) {
        var meter = mediaType.equals(AUDIO) ? Meter.AUDIO : Meter.UNMETERED;
        return new LegShape(MAIN, VOIP, INBOUND, mediaType, null, meter);
    }

    /** An agent at a desk is reached over the network, at no cost. */
    static LegShape desk(Dice dice) {
        return new LegShape(dice.oneOf(DESKS), VOIP, OUTBOUND, AUDIO, null, Meter.UNMETERED);
    }

    static LegShape internal() {
        return new LegShape("INTERNAL", "INTERNAL", OUTBOUND, AUDIO, null, Meter.UNMETERED);
    }
}
