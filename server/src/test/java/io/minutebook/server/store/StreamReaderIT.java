package io.minutebook.server.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.server.fixture.RealParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

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

    @Test
    void aDatabaseThatFailsIsNoSnapshotToDoWithout() {
        var storage = new LedgerEventStorage(
                new AbsentAtFirst(RealParts.newDataSource()), LedgerSerializer.create(), InstantSource.system(), Map.of(), new FreshEvents());

        assertThatThrownBy(() -> new LedgerEventStore(storage).readEvents("packs-1-AUDIO"))
                .isInstanceOf(DataAccessException.class);
    }

    /** A database that answers from the second connection on. */
    private static final class AbsentAtFirst extends DelegatingDataSource {
        private final AtomicBoolean isThere = new AtomicBoolean();

        AbsentAtFirst(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (isThere.getAndSet(true)) return super.getConnection();
            throw new SQLException("gone", "08006");
        }
    }
}
