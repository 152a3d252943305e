package io.minutebook.billing.usage;

import java.util.Objects;
import java.util.Optional;

/** Which meter a record belongs to; the first rule that fits wins. Empty: a 400 number only receives. */
public final class Routing {

    private Routing() {}

    public static Optional<Meter> meterOf(UsageRecord record) {
        return switch (record) {
            case CallLeg leg -> meterOfLeg(leg);
            case Recognition recognition -> Optional.of(meterOfRecognition(recognition.mode()));
            case BotMessages _ -> Optional.of(Meter.BOT_MESSAGES);
        };
    }

    private static Optional<Meter> meterOfLeg(CallLeg leg) {
        if (staysInside(leg)) return Optional.of(Meter.UNMETERED);
        return switch (leg.network()) {
            case INTERNAL -> Optional.of(Meter.UNMETERED);
            case VOIP -> Optional.of(leg.mediaType() == MediaType.AUDIO ? Meter.AUDIO : Meter.UNMETERED);
            case PSTN -> meterOfTelephone(leg);
        };
    }

    private static boolean staysInside(CallLeg leg) {
        return switch (leg.legType()) {
            case INTERNAL, AGENT_WEB, AGENT_SIP, AGENT_MINIPROGRAM -> true;
            case MAIN, AGENT_MOBILE, EXTERNAL_TRANSFER -> false;
        };
    }

    private static Optional<Meter> meterOfTelephone(CallLeg leg) {
        if (leg.serviceNumberOwnership() == Ownership.CUSTOMER) return Optional.of(Meter.UNMETERED);
        boolean inbound = leg.direction() == Direction.INBOUND;
        return switch (Objects.requireNonNull(leg.serviceNumberType())) {
            case NUM400 -> inbound ? Optional.of(Meter.TOLL_FREE_INBOUND) : Optional.empty();
            case LANDLINE, VIRTUAL, CARRIER ->
                Optional.of(inbound ? Meter.LANDLINE_INBOUND : Meter.LANDLINE_OUTBOUND);
        };
    }

    private static Meter meterOfRecognition(RecognitionMode mode) {
        return switch (mode) {
            case REALTIME -> Meter.REALTIME_ASR;
            case OFFLINE -> Meter.OFFLINE_ASR;
        };
    }
}
