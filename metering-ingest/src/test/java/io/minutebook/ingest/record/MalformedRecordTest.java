package io.minutebook.ingest.record;

import static io.minutebook.ingest.record.RecordRefusal.MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedRecordTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', value = {
        "accountId            | -",
        "accountId            | null",
        "accountId            | 1000001",
        "accountId            | `\"\"`",
        "accountId            | `\"123456789012345678901\"`",
        "accountId            | `\"12a\"`",
        "applicationId        | -",
        "applicationId        | 0",
        "applicationId        | -1",
        "applicationId        | 1.5",
        "applicationId        | `\"1400000001\"`",
        "applicationId        | 9223372036854775808",
        "applicationId        | 1e1000000000",
        "sessionId            | -",
        "sessionId            | `\"\"`",
        "sessionId            | `\"nul\\u0000\"`",
        "sessionId            | `\"lone\\ud83d\"`",
        "sessionId            | `\"lone\\ude00\"`",
        "sessionId            | []",
        "legId                | -",
        "legId                | `\"leg 1\"`",
        "legId                | `\"123456789012345678901234567890123\"`",
        "revision             | -1",
        "revision             | 2147483648",
        "revision             | `\"0\"`",
        "supersedes           | 7",
        "legType              | -",
        "legType              | `\"main\"`",
        "legType              | 0",
        "network              | -",
        "network              | `\"GSM\"`",
        "direction            | -",
        "direction            | `\"IN\"`",
        "mediaType            | `\"TEXT\"`",
        "serviceNumber        | -",
        "serviceNumber        | `\"12\"`",
        "serviceNumber        | `\"123456789012345678901234567890123\"`",
        "serviceNumberType    | -",
        "serviceNumberType    | `\"MOBILE\"`",
        "serviceNumberOwnership | -",
        "serviceNumberOwnership | `\"NOBODY\"`",
        "caller               | 13812348000",
        "callee               | `\"\\udfff\"`",
        "calleeArea           | {}",
        "startedAt            | -",
        "startedAt            | `\"2025-01-15T10:00:00\"`",
        "startedAt            | 1736906400000",
        "answeredAt           | `\"10:00\"`",
        "endedAt              | -",
        "endedAt              | `\"2025-01-15T10:01:09.001\"`",
        "durationMs           | -",
        "durationMs           | -1",
        "durationMs           | 59001.5",
        "durationMs           | 1e19",
        "durationMs           | true",
        "disposition          | -",
        "disposition          | `\"HAPPY\"`",
        "endStatus            | 2147483648",
        "endStatus            | 0.1",
        "agentId              | 7"
    })
    void aFieldThatBreaksItsRuleIsMalformed(String field, @Nullable String json) {
        var leg = withAttributes(CallLegJson.answered());
        var refused = Decoding.unreadable(json == null ? leg.without(field) : leg.raw(field, json));

        assertThat(refused.reason()).isEqualTo(MALFORMED);
        assertThat(refused.pointer()).isEqualTo("/data/" + field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "specversion | absent",
        "specversion | `\"0.3\"`",
        "source      | absent",
        "source      | `\"\"`",
        "source      | `\"cdr guangzhou\"`",
        "id          | absent",
        "id          | `\"1400000001:session-1:main:r1\"`",
        "id          | `\"1400000001:session-1:other\"`",
        "id          | 7",
        "type        | absent",
        "type        | `\"minutebook.call-leg.v2\"`",
        "subject     | absent",
        "subject     | `\"\"`",
        "time        | absent",
        "time        | `\"2025-01-15T10:01:09.002+08:00\"`",
        "time        | `\"2025-01-15T10:01:09.001\"`"
    })
    void anAttributeThatBreaksItsRuleIsMalformedInBothModes(String attribute, String json) {
        var leg = CallLegJson.answered().attribute(attribute, json);

        assertThat(List.of(Decoding.unreadable(leg.structured()), Decoding.unreadable(leg.binary())))
                .allMatch(refused -> refused.reason() == MALFORMED)
                .allMatch(refused -> ("/" + attribute).equals(refused.pointer()));
    }

    @Test
    void anAnswerOnALegThatWasNotAnsweredIsMalformed() {
        var refused = Decoding.unreadable(CallLegJson.answered().text("disposition", "BUSY"));

        assertThat(refused.reason()).isEqualTo(MALFORMED);
        assertThat(refused.pointer()).isEqualTo("/data/answeredAt");
    }

    @ParameterizedTest
    @CsvSource({"AGENT_MOBILE", "EXTERNAL_TRANSFER"})
    void aLegThatThePlatformCallsOnPstnIsNeverInbound(String legType) {
        var inbound = CallLegJson.answered().text("legType", legType).text("direction", "INBOUND");
        var refused = Decoding.unreadable(inbound);

        assertThat(refused.reason()).isEqualTo(MALFORMED);
        assertThat(refused.pointer()).isEqualTo("/data/direction");
    }

    @Test
    void aCorrectionNamesWhatItCorrectsAndItsRevision() {
        var withoutName = Decoding.unreadable(CallLegJson.answered().raw("revision", "1"));
        var withoutRevision = Decoding.unreadable(CallLegJson.answered().text("supersedes", "1:s:main"));

        assertThat(withoutName.pointer()).isEqualTo("/data/supersedes");
        assertThat(withoutRevision.pointer()).isEqualTo("/data/revision");
    }

    @Test
    void aCorrectionOfItselfIsMalformed() {
        var ownId = "1400000001:session-1:main:r1";
        var refused = Decoding.unreadable(CallLegJson.answered().raw("revision", "1").text("supersedes", ownId));

        assertThat(refused.pointer()).isEqualTo("/data/supersedes");
        assertThat(refused.supersedes()).isEqualTo(ownId);
    }

    @ParameterizedTest
    @CsvSource({"mode, '\"LIVE\"'", "feature, '\"TEA\"'", "legId, null", "durationMs, null", "endedAt, null"})
    void aRecognitionThatBreaksARuleIsMalformed(String field, String json) {
        var refused = Decoding.unreadable(withAttributes(CallLegJson.recognition()).raw(field, json));

        assertThat(refused.reason()).isEqualTo(MALFORMED);
        assertThat(refused.pointer()).isEqualTo("/data/" + field);
    }

    @ParameterizedTest
    @CsvSource({"batchId, '\"\"'", "region, '\"MARS\"'", "count, 0", "count, 10000000000000001", "occurredAt, null"})
    void aBatchOfBotMessagesThatBreaksARuleIsMalformed(String field, String json) {
        var refused = Decoding.unreadable(withAttributes(CallLegJson.botMessages()).raw(field, json));

        assertThat(refused.reason()).isEqualTo(MALFORMED);
        assertThat(refused.pointer()).isEqualTo("/data/" + field);
    }

    /** Attributes that are well formed by themselves, whatever becomes of the data they follow from. */
    private static CallLegJson withAttributes(CallLegJson json) {
        return json.attribute("id", "\"any\"")
                .attribute("subject", "\"1000001\"")
                .attribute("time", "\"2025-01-15T10:00:00Z\"");
    }
}
