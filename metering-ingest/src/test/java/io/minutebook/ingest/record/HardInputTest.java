package io.minutebook.ingest.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardInputTest {

    @ParameterizedTest
    @ValueSource(strings = {
        " ", "null", "7", "\"text\"", "[]", "[{}]", "{", "{}{}", "{} x", "}", "{\"data\":", "{\"data\":{}",
        "{\"a\":1,}", "{'a':1}", "{\"a\":NaN}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":\"\u0001\"}",
        "{\"a\":tru}", "\uFEFF{}"
    })
    void whatIsNotOneJsonObjectIsMalformedAsAWhole(String value) {
        var refused = Decoding.unreadable(CallLegJson.answered().binary(value));

        assertThat(refused.reason()).isEqualTo(RecordRefusal.MALFORMED);
        assertThat(refused.pointer()).isEmpty();
    }

    @Test
    void anEmptyOrMissingValueIsMalformed() {
        assertThat(refusalOf(null)).isEqualTo(RecordRefusal.MALFORMED);
        assertThat(refusalOf(new byte[0])).isEqualTo(RecordRefusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"{}\"", "7"})
    void dataThatIsNotAnObjectIsMalformed(String data) {
        var leg = CallLegJson.answered();
        var refused = Decoding.unreadable(leg.structured(leg.json().replace(leg.dataJson(), data)));

        assertThat(refused.reason()).isEqualTo(RecordRefusal.MALFORMED);
        assertThat(refused.pointer()).isEqualTo("/data");
    }

    @Test
    void theLastOfTwoDataObjectsCountsEvenIfItIsNone() {
        var leg = CallLegJson.answered();
        var json = leg.json().replaceFirst("}$", ",\"data\":7}");
        var refused = Decoding.unreadable(leg.structured(json));

        assertThat(refused.pointer()).isEqualTo("/data");
    }

    @Test
    void aTruncatedRecordIsMalformedAtEveryLength() {
        var json = CallLegJson.complete().json();
        for (int length = 1; length < json.length(); length++) {
            var refused = Decoding.unreadable(CallLegJson.answered().structured(json.substring(0, length)));
            assertThat(refused.reason()).isEqualTo(RecordRefusal.MALFORMED);
        }
    }

    @Test
    void bytesThatAreNotUtf8AreMalformedWhereverTheyStand() {
        for (var bytes : List.of("\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00e4\u00b8")) {
            var json = CallLegJson.answered().text("unknown", "?" + bytes).json();
            assertThat(refusalOf(json.getBytes(ISO_8859_1)))
                    .isEqualTo(RecordRefusal.MALFORMED);
        }
        var utf16 = CallLegJson.answered().json().getBytes(UTF_16);
        assertThat(refusalOf(utf16)).isEqualTo(RecordRefusal.MALFORMED);
    }

    @Test
    void aHeaderThatIsNotUtf8IsMalformed() {
        var delivery = CallLegJson.answered().binary();
        var headers = new ArrayList<>(delivery.headers());
        headers.add(new Header("ce_source", new byte[] {(byte) 0xff}));
        var refused = Decoding.unreadable(new Delivery(
                delivery.topic(), 0, 0, delivery.key(), delivery.value(), headers, delivery.receivedAt()));

        assertThat(refused.reason()).isEqualTo(RecordRefusal.MALFORMED);
        assertThat(refused.pointer()).isEqualTo("/source");
        assertThat(refused.source()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1e1000000000", "-1e-1000000000", "1E+99999999999999999999", "\"\\u0000\"", "\"\\ud83d\"", "[[[{}]]]",
        "true", "{\"a\":1,\"a\":2,\"\\u0000\":null}"
    })
    void anIgnoredFieldMayHoldAnythingThatJsonAllows(String json) {
        var usual = Decoding.readable(CallLegJson.answered());

        assertThat(Decoding.readable(CallLegJson.answered().raw("extensions", json))).isEqualTo(usual);
        assertThat(Decoding.readable(CallLegJson.answered().raw("unknown", json))).isEqualTo(usual);
        assertThat(Decoding.readable(CallLegJson.answered().attribute("unknown", json).structured()))
                .isEqualTo(usual);
    }

    @Test
    void anIgnoredFieldMayBeAsLongOrDeepAsTheValueMay() {
        var usual = Decoding.readable(CallLegJson.answered());
        var digits = "9".repeat(1_000_000);
        var depth = "[".repeat(500_000) + "]".repeat(500_000);
        var name = "n".repeat(1_000_000);

        for (var json : List.of(digits, "1." + digits, "[1e" + digits + "]", depth)) {
            assertThat(Decoding.readable(CallLegJson.answered().raw("extensions", json))).isEqualTo(usual);
        }
        assertThat(Decoding.readable(CallLegJson.answered().raw(name, "1"))).isEqualTo(usual);
    }

    @Test
    void aContractFieldOfAMillionDigitsIsMalformedWithoutMakingTheNumber() {
        var refused = Decoding.unreadable(CallLegJson.answered().raw("durationMs", "9".repeat(1_000_000)));

        assertThat(refused.pointer()).isEqualTo("/data/durationMs");
        assertThat(refused.detail()).hasSizeLessThan(200);
    }

    @Test
    void nestingThatNeverEndsIsMalformed() {
        var endless = "{\"data\":" + "[".repeat(1_000_000);
        var refused = Decoding.unreadable(CallLegJson.answered().structured(endless));

        assertThat(refused.reason()).isEqualTo(RecordRefusal.MALFORMED);
    }

    @Test
    void aValueOfOneMebibyteIsReadAndOneByteMoreIsNot() {
        var room = 1024 * 1024 - CallLegJson.answered().text("unknown", "").json().length();
        var full = CallLegJson.answered().text("unknown", "x".repeat(room));
        var over = CallLegJson.answered().text("unknown", "x".repeat(room + 1));

        assertThat(Decoding.readable(full)).isEqualTo(Decoding.readable(CallLegJson.answered()));
        assertThat(Decoding.unreadable(over).reason()).isEqualTo(RecordRefusal.TOO_LARGE);
    }

    @Test
    void ofTwoFieldsWithOneNameTheLastCounts() {
        var leg = CallLegJson.answered();
        var twice = leg.json().replaceFirst("\"legType\"", "\"legType\":[],\"legType\"");

        assertThat(Decoding.readable(leg.structured(twice))).isEqualTo(Decoding.readable(leg));
    }

    @Test
    void charactersAreCountedAsPeopleDo() {
        var leg = CallLegJson.answered().text("sessionId", "😀".repeat(64));

        assertThat(Decoding.readable(leg).record().id().id()).startsWith("1400000001:😀");
        assertThat(Decoding.unreadable(CallLegJson.answered().text("sessionId", "😀".repeat(65))).pointer())
                .isEqualTo("/data/sessionId");
    }

    private static RecordRefusal refusalOf(byte @Nullable [] value) {
        var delivery = new Delivery("usage-records", 0, 0, null, value, List.of(), CallLegJson.NOW);
        return Decoding.unreadable(delivery).reason();
    }
}
