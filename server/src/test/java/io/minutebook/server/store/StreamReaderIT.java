package io.minutebook.server.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.server.fixture.RealParts;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StreamReaderIT {

    @Test
    void refusesAStreamWithAnEventOfALaterRelease() {
        var database = RealParts.newDataSource();
        JdbcClient.create(database).sql("insert into ledger_event values"
                + " (1, 'packs-1-AUDIO', 0, 'packs.pledged', 1, now(), '{}', '{}')").update();
        var streams = new StreamReader(database, LedgerSerializer.create());

        assertThatThrownBy(() -> streams.read("packs-1-AUDIO", 0).asStream().toList())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("packs.pledged");
    }
}
