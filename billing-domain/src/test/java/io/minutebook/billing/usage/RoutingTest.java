package io.minutebook.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Usages;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoutingTest {

    private static final Instant NOON = Instant.parse("2025-01-15T04:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            # network, leg type,          media, number,   ownership, direction, meter
            # what stays inside costs nothing
            INTERNAL,  MAIN,              AUDIO, ,         ,          OUTBOUND,  UNMETERED
            INTERNAL,  INTERNAL,          AUDIO, ,         ,          INBOUND,   UNMETERED
            VOIP,      AGENT_WEB,         AUDIO, ,         ,          INBOUND,   UNMETERED
            PSTN,      AGENT_SIP,         AUDIO, LANDLINE, PLATFORM,  OUTBOUND,  UNMETERED
            VOIP,      AGENT_MINIPROGRAM, VIDEO, ,         ,          INBOUND,   UNMETERED
            PSTN,      INTERNAL,          AUDIO, NUM400,   PLATFORM,  OUTBOUND,  UNMETERED
            # a customer's own number costs nothing
            PSTN,      MAIN,              AUDIO, LANDLINE, CUSTOMER,  OUTBOUND,  UNMETERED
            PSTN,      MAIN,              AUDIO, NUM400,   CUSTOMER,  INBOUND,   UNMETERED
            PSTN,      MAIN,              AUDIO, NUM400,   CUSTOMER,  OUTBOUND,  UNMETERED
            # a 400 number only receives
            PSTN,      MAIN,              AUDIO, NUM400,   PLATFORM,  OUTBOUND,
            PSTN,      EXTERNAL_TRANSFER, AUDIO, NUM400,   PLATFORM,  OUTBOUND,
            # outbound
            PSTN,      MAIN,              AUDIO, LANDLINE, PLATFORM,  OUTBOUND,  LANDLINE_OUTBOUND
            PSTN,      AGENT_MOBILE,      AUDIO, VIRTUAL,  PLATFORM,  OUTBOUND,  LANDLINE_OUTBOUND
            PSTN,      EXTERNAL_TRANSFER, AUDIO, CARRIER,  PLATFORM,  OUTBOUND,  LANDLINE_OUTBOUND
            PSTN,      MAIN,              VIDEO, LANDLINE, PLATFORM,  OUTBOUND,  LANDLINE_OUTBOUND
            # inbound on a landline is free
            PSTN,      MAIN,              AUDIO, LANDLINE, PLATFORM,  INBOUND,   LANDLINE_INBOUND
            PSTN,      MAIN,              AUDIO, VIRTUAL,  PLATFORM,  INBOUND,   LANDLINE_INBOUND
            PSTN,      MAIN,              AUDIO, CARRIER,  PLATFORM,  INBOUND,   LANDLINE_INBOUND
            # inbound on a 400 number
            PSTN,      MAIN,              AUDIO, NUM400,   PLATFORM,  INBOUND,   TOLL_FREE_INBOUND
            # over the network
            VOIP,      MAIN,              AUDIO, ,         ,          INBOUND,   AUDIO
            VOIP,      MAIN,              VIDEO, ,         ,          INBOUND,   UNMETERED
            """)
    void aLegBelongsToTheMeterOfTheFirstRuleThatFits(
            Network network,
            LegType legType,
            MediaType mediaType,
            @Nullable ServiceNumberType numberType,
            @Nullable Ownership ownership,
            Direction direction,
            @Nullable Meter meter) {
        var leg = Usages.leg(legType, network, direction, mediaType, numberType, ownership, NOON, NOON, NOON);

        assertThat(Routing.meterOf(leg)).isEqualTo(Optional.ofNullable(meter));
    }

    @ParameterizedTest
    @CsvSource({"REALTIME, REALTIME_ASR", "OFFLINE, OFFLINE_ASR"})
    void recognitionBelongsToTheMeterOfItsMode(RecognitionMode mode, Meter meter) {
        assertThat(Routing.meterOf(recognition(mode, RecognitionFeature.TRANSCRIPTION))).contains(meter);
    }

    @ParameterizedTest
    @EnumSource
    void theFeatureOfRecognitionDoesNotMatter(RecognitionFeature feature) {
        assertThat(Routing.meterOf(recognition(RecognitionMode.REALTIME, feature))).contains(Meter.REALTIME_ASR);
    }

    @Test
    void botMessagesHaveAMeterOfTheirOwn() {
        var id = new RecordId("/chat", "1400000000:bot:7");
        var messages = new BotMessages(id, Usages.ACCOUNT, 1_400_000_000L, "7", Region.DOMESTIC, 12, NOON);

        assertThat(Routing.meterOf(messages)).contains(Meter.BOT_MESSAGES);
    }

    static Recognition recognition(RecognitionMode mode, RecognitionFeature feature) {
        var id = new RecordId("/asr", "1400000000:session:asr-1");
        return new Recognition(
                id, Usages.ACCOUNT, 1_400_000_000L, "session", "asr-1", 0, null, mode, feature, NOON, NOON, 61_000);
    }
}
