package io.minutebook.reporting.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.Draw;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.MediaType;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Network;
import io.minutebook.billing.usage.Party;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.RecognitionFeature;
import io.minutebook.billing.usage.RecognitionMode;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;
import io.minutebook.billing.usage.UsageListed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsageCsvTest {

    private static final AccountId ACCOUNT = new AccountId("1300000001");
    private static final Instant STARTED = Instant.parse("2025-01-31T15:58:00Z");
    private static final Instant ANSWERED = Instant.parse("2025-01-31T15:58:10Z");
    private static final Instant ENDED = Instant.parse("2025-01-31T15:59:59.250Z");

    @Test
    void beginsWithTheColumnsInTheirFixedOrder() {
        assertThat(linesOf()).containsExactly(
                "billing_month,account_id,application_id,record_id,session_id,leg_id,leg_type,meter,direction,"
                        + "service_number,caller,callee,started_at,answered_at,ended_at,duration_seconds,"
                        + "billed_minutes,drawn_minutes,uncovered_minutes,pack_draws,late_from_month");
    }

    @Test
    void writesACallWithItsDrawsAndWhatNoPackCovered() {
        var usage = MeteredUsage.of(leg(ANSWERED), Meter.LANDLINE_OUTBOUND);
        var drawn = new MinutesDrawn(usage, List.of(draw("P1", 1)), new Minutes(1));

        assertThat(linesOf(UsageFacts.rowOf(drawn)).getLast()).isEqualTo(
                "2025-01,1300000001,1400000001,1400000001:s-1:main,s-1,main,MAIN,LANDLINE_OUTBOUND,OUTBOUND,"
                        + "075512345678,'+86755****5678,'+86138****8000,2025-01-31T23:58:00.000+08:00,"
                        + "2025-01-31T23:58:10.000+08:00,2025-01-31T23:59:59.250+08:00,109.250,2,1,1,P1:1,");
    }

    @Test
    void joinsTheDrawsOfACallThatSpansPacks() {
        var usage = MeteredUsage.of(leg(ANSWERED), Meter.LANDLINE_OUTBOUND);
        var row = UsageFacts.rowOf(new MinutesDrawn(usage, List.of(draw("P1", 1), draw("P2", 1)), Minutes.ZERO));

        assertThat(linesOf(row).getLast()).endsWith(",2,2,0,P1:1;P2:1,");
        assertThat(PackDraw.read("P1:1;P2:1")).isEqualTo(row.packDraws());
        assertThat(PackDraw.read("")).isEmpty();
    }

    @Test
    void whatIsFreeHasNoMinutesButItsFullDuration() {
        var row = UsageFacts.rowOf(new UsageListed(MeteredUsage.of(leg(ANSWERED), Meter.LANDLINE_INBOUND)));

        assertThat(linesOf(row).getLast()).endsWith(",109.250,0,0,0,,");
    }

    @Test
    void aCallThatNobodyAnsweredLeavesTheAnswerBlank() {
        var row = UsageFacts.rowOf(new UsageListed(MeteredUsage.of(leg(null), Meter.LANDLINE_OUTBOUND)));

        assertThat(linesOf(row).getLast())
                .endsWith(",2025-01-31T23:58:00.000+08:00,,2025-01-31T23:59:59.250+08:00,0.000,0,0,0,,");
    }

    @Test
    void recognitionLeavesBlankWhatOnlyACallHas() {
        var recognition = new Recognition(
                new RecordId("/asr", "7:s-1:asr-1"), ACCOUNT, 7, "s-1", "asr-1", 0, null, RecognitionMode.REALTIME,
                RecognitionFeature.TRANSCRIPTION, STARTED, ENDED, 60_001);
        var usage = MeteredUsage.of(recognition, Meter.REALTIME_ASR);
        var row = UsageFacts.rowOf(new MinutesDrawn(usage, List.of(), new Minutes(2)));

        assertThat(linesOf(row).getLast()).isEqualTo(
                "2025-01,1300000001,7,7:s-1:asr-1,s-1,asr-1,,REALTIME_ASR,,,,,2025-01-31T23:58:00.000+08:00,,"
                        + "2025-01-31T23:59:59.250+08:00,60.001,2,0,2,,");
    }

    @Test
    void botMessagesLeaveBlankWhatHasADuration() {
        var messages = new BotMessages(
                new RecordId("/bot", "7:bot:b-1"), ACCOUNT, 7, "b-1", Region.DOMESTIC, 500, ENDED);
        var row = UsageFacts.rowOf(new UsageListed(MeteredUsage.of(messages, Meter.BOT_MESSAGES)));

        assertThat(linesOf(row).getLast()).isEqualTo(
                "2025-01,1300000001,7,7:bot:b-1,,,,BOT_MESSAGES,,,,,,,2025-01-31T23:59:59.250+08:00,,0,0,0,,");
    }

    private static Draw draw(String pack, long minutes) {
        return new Draw(
                new PackId(pack), new Minutes(minutes), Minutes.ZERO, UnitPrice.of("0.145"),
                Balance.granted(Minutes.ZERO));
    }

    private static CallLeg leg(@Nullable Instant answeredAt) {
        return new CallLeg(
                new RecordId("/cdr/ap-guangzhou", "1400000001:s-1:main"),
                ACCOUNT,
                1_400_000_001L,
                "s-1",
                "main",
                0,
                null,
                LegType.MAIN,
                Network.PSTN,
                Direction.OUTBOUND,
                MediaType.AUDIO,
                "075512345678",
                null,
                null,
                new Party("+86755****5678", "c1"),
                new Party("+86138****8000", "c2"),
                null,
                STARTED,
                answeredAt,
                ENDED,
                answeredAt == null ? Disposition.NO_ANSWER : Disposition.ANSWERED,
                null,
                null);
    }

    private static List<String> linesOf(UsageRow... rows) {
        var out = new ByteArrayOutputStream();
        var csv = UsageCsv.begin(out);
        for (var row : rows) csv.row(row);
        csv.end();
        return List.of(out.toString(StandardCharsets.UTF_8).split("\r\n"));
    }
}
