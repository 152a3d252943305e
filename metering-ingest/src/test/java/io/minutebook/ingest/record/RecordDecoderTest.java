package io.minutebook.ingest.record;

import static io.minutebook.ingest.record.CallLegJson.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.MediaType;
import io.minutebook.billing.usage.Network;
import io.minutebook.billing.usage.Ownership;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.RecognitionFeature;
import io.minutebook.billing.usage.RecognitionMode;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;
import io.minutebook.billing.usage.ServiceNumberType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDecoderTest {

    private static final AccountId ACCOUNT = new AccountId("1000001");
    private static final Instant STARTED_AT = Instant.parse("2025-01-15T02:00:00Z");

    @Test
    void readsEveryFieldOfACallLeg() {
        var id = new RecordId("/cdr/ap-guangzhou", "1400000001:session-1:main:r2");
        var expected = new CallLeg(
                id,
                ACCOUNT,
                1400000001L,
                "session-1",
                "main",
                2,
                "1400000001:session-1:main:r1",
                LegType.MAIN,
                Network.PSTN,
                Direction.OUTBOUND,
                MediaType.VIDEO,
                "+862066660000",
                ServiceNumberType.LANDLINE,
                Ownership.PLATFORM,
                Decoding.PRIVACY.partyOf(CallLegJson.CALLER),
                Decoding.PRIVACY.partyOf(CallLegJson.CALLEE),
                "广东广州",
                STARTED_AT,
                STARTED_AT.plusSeconds(10),
                STARTED_AT.plusMillis(69_001),
                Disposition.ANSWERED,
                -7,
                "agent-1");

        assertThat(Decoding.readable(CallLegJson.complete()).record()).isEqualTo(expected);
    }

    @Test
    void readsEveryFieldOfARecognition() {
        var expected = new Recognition(
                new RecordId("/cdr/ap-guangzhou", "1400000001:session-1:asr-1:r1"),
                ACCOUNT,
                1400000001L,
                "session-1",
                "asr-1",
                1,
                "1400000001:session-1:asr-1",
                RecognitionMode.REALTIME,
                RecognitionFeature.TRANSCRIPTION,
                STARTED_AT,
                STARTED_AT.plusSeconds(2),
                3_600_000);
        var json = CallLegJson.recognition()
                .raw("revision", "1")
                .text("supersedes", "1400000001:session-1:asr-1");

        assertThat(Decoding.readable(json).record()).isEqualTo(expected);
    }

    @Test
    void readsEveryFieldOfABatchOfBotMessages() {
        var id = new RecordId("/cdr/ap-guangzhou", "1400000001:bot:batch-1");
        var expected = new BotMessages(id, ACCOUNT, 1400000001L, "batch-1", Region.DOMESTIC, 20, STARTED_AT);

        assertThat(Decoding.readable(CallLegJson.botMessages()).record()).isEqualTo(expected);
    }

    @Test
    void fullNumbersAreHandedOverBesideTheRecordOnly() {
        var readable = Decoding.readable(CallLegJson.answered());

        assertThat(readable.numbers()).isEqualTo(new Numbers(CallLegJson.CALLER, CallLegJson.CALLEE));
        assertThat(readable.toString()).doesNotContain(CallLegJson.CALLER, CallLegJson.CALLEE);
    }

    @Test
    void aProtectedOrEmptyNumberIsNobodys() {
        var readable = Decoding.readable(CallLegJson.answered().raw("caller", "null").text("callee", ""));

        assertThat(readable.numbers()).isEqualTo(Numbers.NONE);
        assertThat(((CallLeg) readable.record()).callee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/cloudevents+json",
        "application/cloudevents+json; charset=UTF-8",
        "Application/CloudEvents+JSON"
    })
    void theContentTypeOfAnEventMeansStructuredWhateverElseIsInTheHeaders(String contentType) {
        var headers = List.of(header("ce_specversion", "1.0"), header("content-type", contentType));

        assertThat(Decoding.decode(withHeaders(CallLegJson.answered().structured(), headers)))
                .isEqualTo(Decoding.readable(CallLegJson.answered()));
    }

    @Test
    void withoutASpecversionHeaderItIsStructured() {
        var headers = List.of(header("content-type", "application/json"), header("ce_id", "ignored"));

        assertThat(Decoding.decode(withHeaders(CallLegJson.answered().structured(), headers)))
                .isEqualTo(Decoding.readable(CallLegJson.answered()));
    }

    @Test
    void binaryIsReadFromHeadersOfWhichTheLastCounts() {
        var delivery = CallLegJson.answered().binary();
        var headers = new ArrayList<>(delivery.headers());
        headers.addFirst(header("ce_id", "an earlier one"));

        assertThat(Decoding.decode(withHeaders(delivery, headers)))
                .isEqualTo(Decoding.readable(CallLegJson.answered()));
    }

    @Test
    void aRecordWithoutKafkaKeyIsAccepted() {
        assertThat(Decoding.readable(CallLegJson.answered().key(null)).meter()).isNotNull();
    }

    @Test
    void nullIsAsGoodAsAbsentWhereAFieldIsNotRequired() {
        var json = CallLegJson.unanswered()
                .raw("revision", "null")
                .raw("supersedes", "null")
                .raw("mediaType", "null")
                .raw("answeredAt", "null")
                .raw("endStatus", "null")
                .raw("agentId", "null");

        assertThat(Decoding.readable(json)).isEqualTo(Decoding.readable(CallLegJson.unanswered()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-15T10:00:09.000+08:00", "2025-01-15T10:00:10.000+08:00"})
    void anAnswerUpToASecondBeforeTheStartIsClockSkew(String answeredAt) {
        var json = CallLegJson.answered()
                .text("startedAt", "2025-01-15T10:00:10.000+08:00")
                .text("answeredAt", answeredAt)
                .raw("durationMs", "59500");

        assertThat(Decoding.readable(json).record()).isInstanceOf(CallLeg.class);
    }

    @Test
    void anEndFiveMinutesAheadIsClockSkew() {
        var json = CallLegJson.botMessages().text("occurredAt", "2025-02-01T00:05:00.000Z");

        assertThat(Decoding.readable(json).record().endedAt()).isEqualTo(CallLegJson.NOW.plusSeconds(300));
    }

    private static Delivery withHeaders(Delivery delivery, List<Header> headers) {
        return new Delivery(
                delivery.topic(), 3, 42, delivery.key(), delivery.value(), headers, delivery.receivedAt());
    }
}
