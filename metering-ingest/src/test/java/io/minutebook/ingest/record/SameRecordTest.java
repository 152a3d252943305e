package io.minutebook.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SameRecordTest {

    /** A fingerprint is kept for ever: should this one change, every duplicate became a conflict. */
    @Test
    void theFingerprintsOfARecordNeverChange() {
        var readable = Decoding.readable(CallLegJson.complete());

        assertThat(readable.identity()).hasToString("5900cfdb-f700-d221-f333-9ed8b3bbaa7e");
        assertThat(readable.content()).hasToString("ef443ca4-73a5-3fd3-9aca-bce4c03cc5e5");
        assertThat(contentOf(CallLegJson.recognition())).hasToString("98e4b8e2-7c70-5a16-8995-2a808cbf9d9c");
        assertThat(contentOf(CallLegJson.botMessages())).hasToString("836c1e55-dfff-6f90-6be9-e8c5d1d305ad");
    }

    @ParameterizedTest
    @MethodSource("spellingsOfOneRecord")
    void spelledInAnotherWayItIsTheSameRecord(Delivery delivery) {
        var usual = Decoding.readable(CallLegJson.answered());

        assertThat(Decoding.readable(delivery)).isEqualTo(usual);
    }

    static Stream<Delivery> spellingsOfOneRecord() {
        var leg = CallLegJson.answered();
        return Stream.of(
                leg.binary(),
                leg.key(null).structured(),
                leg.structured(leg.json().replace(",", " ,\n\t").replace(":{", " : {")),
                leg.structured(leg.json().replace("\"MAIN\"", "\"\\u004dAIN\"")),
                CallLegJson.answered().raw("revision", "0").text("mediaType", "AUDIO").structured(),
                CallLegJson.answered().raw("supersedes", "null").raw("agentId", "null").structured(),
                CallLegJson.answered().raw("durationMs", "5.9001e4").raw("applicationId", "1400000001.0")
                        .attribute("id", "\"1400000001:session-1:main\"").structured(),
                CallLegJson.answered().text("endedAt", "2025-01-15T02:01:09.001999999Z").structured(),
                CallLegJson.answered().text("startedAt", "2025-01-15T10:00:00+08:00").structured(),
                CallLegJson.answered().text("tone", "x").raw("extensions", "{\"a\":1,\"a\":2}").structured(),
                CallLegJson.answered().attribute("datacontenttype", "\"application/json\"").structured(),
                leg.structured(leg.json().replaceFirst("\"legType\"", "\"legType\":\"VIDEO\",\"legType\"")),
                leg.structured("{\"data\":{}," + leg.json().substring(1)));
    }

    @Test
    void anyOrderOfFieldsIsTheSameRecord() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var leg = CallLegJson.complete();
            var shuffled = CallLegJson.complete();
            var names = new ArrayList<>(leg.fields());
            Collections.shuffle(names, random);
            names.forEach(shuffled::without);
            names.forEach(name -> shuffled.raw(name, leg.field(name)));
            assertThat(contentOf(shuffled)).as("seed %d", seed).isEqualTo(contentOf(leg));
        }
    }

    @ParameterizedTest
    @MethodSource("otherValues")
    void anotherValueInAnyFieldIsAnotherRecord(CallLegJson record, CallLegJson changed) {
        assertThat(contentOf(changed)).isNotEqualTo(contentOf(record));
    }

    /** Every field of the contract in turn; the ids that form the identity change the content with it. */
    static Stream<Object[]> otherValues() {
        var ofLegs = Map.ofEntries(
                Map.entry("accountId", "\"1000002\""),
                Map.entry("applicationId", "1400000002"),
                Map.entry("sessionId", "\"session-2\""),
                Map.entry("legId", "\"p1\""),
                Map.entry("revision", "3"),
                Map.entry("supersedes", "\"1400000001:session-1:main\""),
                Map.entry("legType", "\"AGENT_MOBILE\""),
                Map.entry("network", "\"VOIP\""),
                Map.entry("direction", "\"INBOUND\""),
                Map.entry("mediaType", "\"AUDIO\""),
                Map.entry("serviceNumber", "\"+862066660001\""),
                Map.entry("serviceNumberType", "\"VIRTUAL\""),
                Map.entry("serviceNumberOwnership", "\"CUSTOMER\""),
                Map.entry("caller", "\"+862099990000\""),
                Map.entry("callee", "null"),
                Map.entry("calleeArea", "\"\""),
                Map.entry("startedAt", "\"2025-01-15T10:00:00.001+08:00\""),
                Map.entry("answeredAt", "\"2025-01-15T10:00:10.001+08:00\""),
                Map.entry("endedAt", "\"2025-01-15T10:01:09.000+08:00\""),
                Map.entry("durationMs", "59000"),
                Map.entry("endStatus", "0"),
                Map.entry("agentId", "\"agent-2\""));
        var legs = CallLegJson.complete().fields().stream()
                .filter(field -> !field.equals("disposition"))
                .map(field -> new Object[] {CallLegJson.complete(), changed(field, ofLegs)});
        var unanswered = CallLegJson.unanswered().text("disposition", "BUSY");
        return Stream.concat(legs, Stream.of(
                new Object[] {CallLegJson.unanswered(), unanswered},
                changedRecognition("mode", "\"OFFLINE\""),
                changedRecognition("feature", "\"RECORDING\""),
                changedRecognition("durationMs", "1"),
                changedMessages("region", "\"OVERSEAS\""),
                changedMessages("count", "21")));
    }

    private static CallLegJson changed(String field, Map<String, String> values) {
        var value = values.get(field);
        assertThat(value).as("another value for %s", field).isNotNull();
        return CallLegJson.complete().raw(field, String.valueOf(value)).key(null);
    }

    private static Object[] changedRecognition(String field, String json) {
        return new Object[] {CallLegJson.recognition(), CallLegJson.recognition().raw(field, json)};
    }

    private static Object[] changedMessages(String field, String json) {
        return new Object[] {CallLegJson.botMessages(), CallLegJson.botMessages().raw(field, json)};
    }

    @Test
    void theIdentityIsThatOfSourceAndIdAlone() {
        var record = Decoding.readable(CallLegJson.answered());
        var changed = Decoding.readable(CallLegJson.answered().text("agentId", "agent-9"));
        var elsewhere = Decoding.readable(CallLegJson.answered().attribute("source", "\"/cdr/ap-beijing\""));

        assertThat(changed.identity()).isEqualTo(record.identity());
        assertThat(elsewhere.identity()).isNotEqualTo(record.identity());
    }

    private static UUID contentOf(CallLegJson json) {
        return Decoding.readable(json).content();
    }
}
