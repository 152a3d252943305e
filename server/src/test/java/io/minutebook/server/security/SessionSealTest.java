package io.minutebook.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSealTest {

    private static final Instant UNTIL = Instant.parse("2025-01-20T12:00:00Z");
    private static final SessionSeal SEAL = new SessionSeal(new byte[32]);

    @Test
    void aSessionLastsUntilItsEndAndNoLonger() {
        var session = SEAL.sealed("key-1", UNTIL);

        assertThat(SEAL.keyId(session, UNTIL.minusMillis(1))).contains("key-1");
        assertThat(SEAL.keyId(session, UNTIL)).isEmpty();
    }

    @Test
    void whoHasAnotherNumberKeySealsNothingHere() {
        var other = new byte[32];
        other[0] = 1;

        assertThat(SEAL.keyId(new SessionSeal(other).sealed("key-1", UNTIL), UNTIL.minusSeconds(1))).isEmpty();
    }

    @Test
    void nothingInASessionCanBeChanged() {
        var session = SEAL.sealed("key-1", UNTIL);
        for (int at = 0; at < session.length(); at++) {
            char changed = session.charAt(at) == 'x' ? 'y' : 'x';
            var forged = session.substring(0, at) + changed + session.substring(at + 1);
            assertThat(SEAL.keyId(forged, Instant.EPOCH)).as(forged).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "key-1.1", "key-1.x.", "a.b.c.d", "key-1..AAAA"})
    void whatIsNoSessionIsNone(String text) {
        assertThat(SEAL.keyId(text, Instant.EPOCH)).isEmpty();
    }
}
