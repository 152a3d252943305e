package io.minutebook.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingOfRecordsTest {

    @ParameterizedTest
    @CsvSource({
        "INTERNAL, MAIN, OUTBOUND, LANDLINE, PLATFORM, AUDIO, UNMETERED",
        "PSTN, INTERNAL, OUTBOUND, LANDLINE, PLATFORM, AUDIO, UNMETERED",
        "PSTN, AGENT_WEB, OUTBOUND, NUM400, PLATFORM, AUDIO, UNMETERED",
        "VOIP, AGENT_SIP, INBOUND, LANDLINE, PLATFORM, AUDIO, UNMETERED",
        "VOIP, AGENT_MINIPROGRAM, INBOUND, LANDLINE, PLATFORM, VIDEO, UNMETERED",
        "PSTN, MAIN, OUTBOUND, LANDLINE, CUSTOMER, AUDIO, UNMETERED",
        "PSTN, MAIN, OUTBOUND, NUM400, CUSTOMER, AUDIO, UNMETERED",
        "PSTN, MAIN, INBOUND, NUM400, CUSTOMER, AUDIO, UNMETERED",
        "PSTN, MAIN, OUTBOUND, LANDLINE, PLATFORM, AUDIO, LANDLINE_OUTBOUND",
        "PSTN, MAIN, OUTBOUND, LANDLINE, PLATFORM, VIDEO, LANDLINE_OUTBOUND",
        "PSTN, AGENT_MOBILE, OUTBOUND, VIRTUAL, PLATFORM, AUDIO, LANDLINE_OUTBOUND",
        "PSTN, EXTERNAL_TRANSFER, OUTBOUND, CARRIER, PLATFORM, AUDIO, LANDLINE_OUTBOUND",
        "PSTN, MAIN, INBOUND, LANDLINE, PLATFORM, AUDIO, LANDLINE_INBOUND",
        "PSTN, MAIN, INBOUND, VIRTUAL, PLATFORM, AUDIO, LANDLINE_INBOUND",
        "PSTN, MAIN, INBOUND, CARRIER, PLATFORM, AUDIO, LANDLINE_INBOUND",
        "PSTN, MAIN, INBOUND, NUM400, PLATFORM, AUDIO, TOLL_FREE_INBOUND",
        "PSTN, MAIN, INBOUND, NUM400, PLATFORM, VIDEO, TOLL_FREE_INBOUND",
        "VOIP, MAIN, INBOUND, NUM400, PLATFORM, AUDIO, AUDIO",
        "VOIP, AGENT_MOBILE, INBOUND, LANDLINE, PLATFORM, AUDIO, AUDIO",
        "VOIP, MAIN, OUTBOUND, NUM400, CUSTOMER, AUDIO, AUDIO",
        "VOIP, MAIN, INBOUND, LANDLINE, PLATFORM, VIDEO, UNMETERED"
    })
    void aLegGoesToTheFirstMeterThatFits(
            String network,
            String legType,
            String direction,
            String type,
            String owner,
            String media,
            Meter meter) {
        var json = CallLegJson.answered()
                .text("network", network)
                .text("legType", legType)
                .text("direction", direction)
                .text("serviceNumberType", type)
                .text("serviceNumberOwnership", owner)
                .text("mediaType", media);

        assertThat(Decoding.readable(json).meter()).isEqualTo(meter);
    }

    @Test
    void aVoipLegNeedsNoServiceNumber() {
        assertThat(Decoding.readable(CallLegJson.voip("AUDIO")).meter()).isEqualTo(Meter.AUDIO);
    }

    @ParameterizedTest
    @CsvSource({"REALTIME, REALTIME_ASR", "OFFLINE, OFFLINE_ASR"})
    void aRecognitionGoesToTheMeterOfItsMode(String mode, Meter meter) {
        assertThat(Decoding.readable(CallLegJson.recognition().text("mode", mode)).meter()).isEqualTo(meter);
    }

    @Test
    void botMessagesGoToTheirOwnMeter() {
        assertThat(Decoding.readable(CallLegJson.botMessages()).meter()).isEqualTo(Meter.BOT_MESSAGES);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "59001, 1", "60000, 1", "60001, 2", "86400000, 1440"})
    void aCallIsChargedByTheStartedMinute(long talkMillis, long minutes) {
        assertThat(billedMinutes(CallLegJson.answered().talking(talkMillis))).isEqualTo(minutes);
    }

    @Test
    void aCallThatWasNeverAnsweredCostsNothingHoweverLongItRang() {
        assertThat(billedMinutes(CallLegJson.unanswered())).isZero();
    }

    @Test
    void withinASecondTheTimestampsWinOverTheStatedDuration() {
        var overstated = CallLegJson.answered().talking(60_000).raw("durationMs", "61000");
        var understated = CallLegJson.answered().talking(60_001).raw("durationMs", "59001");

        assertThat(billedMinutes(overstated)).isEqualTo(1);
        assertThat(billedMinutes(understated)).isEqualTo(2);
    }

    @Test
    void aRecognitionIsChargedByItsAudioAndNotByTheTimeItTook() {
        assertThat(billedMinutes(CallLegJson.recognition().raw("durationMs", "3600001"))).isEqualTo(61);
    }

    private static long billedMinutes(CallLegJson json) {
        var readable = Decoding.readable(json);
        return MeteredUsage.of(readable.record(), readable.meter()).billed().value();
    }
}
