package io.minutebook.ingest.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberPrivacyTest {

    private static final NumberPrivacy PRIVACY = new NumberPrivacy("key".getBytes(UTF_8));

    @ParameterizedTest
    @CsvSource({
        "+8613812348000, +86138****8000",
        "13812348000, 138****8000",
        "+862066660000, +8620****0000",
        "1381234800, ******4800",
        "12345678, ****5678",
        "1234567, ****567",
        "10086, ***86",
        "110, **0",
        "12, *2",
        "1, *",
        "'', ''",
        "tel:+8613812348000;ext=5, tel:+861381****000;ext=5",
        "sip:13812348000@host.example, sip:138****8000@host.example",
        "1381-234-8000, 138*-***-8000",
        "+86 138 1234 8000, +86 138 **** 8000",
        "1-3-8-1-2-3-4-8-0-0, *-*-*-*-*-*-4-8-0-0",
        "sip:1381234800@host.example, sip:******4800@host.example",
        "１３８１２３４８０００, １３８****８０００",
        "+86138****8000, +86138****8000",
        "sip:alice@host, sip:al****host",
        "保护号码一二三四五六七八, 保护号码****五六七八",
        "😀😀😀😀, **😀😀"
    })
    void masksTheMiddleOfANumberAndMoreOfAShortOne(String number, String masked) {
        assertThat(PRIVACY.partyOf(number).masked()).isEqualTo(masked);
    }

    /** Expected: printf 13812348000 | openssl dgst -sha256 -hmac key | cut -c1-32. */
    @Test
    void theTokenIsTheFirstHalfOfAKeyedHash() {
        assertThat(PRIVACY.partyOf("13812348000").token()).isEqualTo("a5b130c5e30078d95bc0f9bb27661640");
    }

    @Test
    void oneNumberHasOneTokenPerKey() {
        var other = new NumberPrivacy("another key".getBytes(UTF_8));

        assertThat(PRIVACY.partyOf("10086")).isEqualTo(PRIVACY.partyOf("10086"));
        assertThat(PRIVACY.partyOf("10086").token()).isNotEqualTo(PRIVACY.partyOf("10010").token());
        assertThat(PRIVACY.partyOf("10086").token()).isNotEqualTo(other.partyOf("10086").token());
    }

    @Test
    void manyThreadsGetTheSameTokens() {
        var expected = PRIVACY.partyOf("13812348000");

        var tokens = Collections.nCopies(10_000, "13812348000").parallelStream()
                .map(PRIVACY::partyOf)
                .distinct();

        assertThat(tokens).containsExactly(expected);
    }
}
