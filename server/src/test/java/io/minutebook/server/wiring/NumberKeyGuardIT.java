package io.minutebook.server.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.ingest.record.NumberPrivacy;
import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.fixture.RealParts;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NumberKeyGuardIT {

    @SuppressWarnings("NullAway.Init") // set before each
    private JdbcClient jdbc;

    @BeforeEach
    void beginALedger() {
        var database = RealParts.newDataSource();
        jdbc = JdbcClient.create(database);
        NumberKeyGuard.check(keyed("a"), jdbc);
    }

    @Test
    void theKeyTheLedgerBeganWithIsTakenAgain() {
        assertThatCode(() -> NumberKeyGuard.check(keyed("a"), jdbc)).doesNotThrowAnyException();
    }

    @Test
    void anotherKeyIsRefused() {
        assertThatThrownBy(() -> NumberKeyGuard.check(keyed("b"), jdbc))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("restore number.key");
    }

    private static NumberPrivacy keyed(String letter) {
        return new NumberPrivacy(letter.repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}
