package io.minutebook.billing.usage;

import java.util.Objects;
import java.util.Optional;

/** Which meter a record belongs to; the first rule that fits wins. Empty: a 400 number only receives. */
public final class Routing {

    private Routing() {}

    public static Optional<Meter> meterOf(UsageRecord record) {
        return Optional.ofNullable(ruleOf(record).meter());
    }

    public static RoutingRule ruleOf(UsageRecord record) {
        return switch (record) {
            case CallLeg leg -> ruleOfLeg(leg);
            case Recognition recognition -> ruleOfRecognition(recognition.mode());
            case BotMessages _ -> RoutingRule.BOT_MESSAGES;
        };
    }

    private static RoutingRule ruleOfLeg(CallLeg leg) {
        if (staysInside(leg)) return RoutingRule.STAYS_INSIDE;
        return switch (leg.network()) {
            case INTERNAL -> RoutingRule.STAYS_INSIDE;
            case VOIP -> leg.mediaType() == MediaType.AUDIO ? RoutingRule.NETWORK_AUDIO : RoutingRule.NETWORK_VIDEO;
            case PSTN -> ruleOfTelephone(leg);
        };
    }

    private static boolean staysInside(CallLeg leg) {
        return switch (leg.legType()) {
            case INTERNAL, AGENT_WEB, AGENT_SIP, AGENT_MINIPROGRAM -> true;
            case MAIN, AGENT_MOBILE, EXTERNAL_TRANSFER -> false;
        };
    }

    private static RoutingRule ruleOfTelephone(CallLeg leg) {
        if (leg.serviceNumberOwnership() == Ownership.CUSTOMER) return RoutingRule.CUSTOMER_NUMBER;
        boolean inbound = leg.direction() == Direction.INBOUND;
        return switch (Objects.requireNonNull(leg.serviceNumberType())) {
            case NUM400 -> inbound ? RoutingRule.NUM400_INBOUND : RoutingRule.NUM400_OUTBOUND;
            case LANDLINE, VIRTUAL, CARRIER ->
                inbound ? RoutingRule.TELEPHONE_INBOUND : RoutingRule.TELEPHONE_OUTBOUND;
        };
    }

    private static RoutingRule ruleOfRecognition(RecognitionMode mode) {
        return switch (mode) {
            case REALTIME -> RoutingRule.RECOGNISED_AT_ONCE;
            case OFFLINE -> RoutingRule.RECOGNISED_LATER;
        };
    }
}
