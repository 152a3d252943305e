package io.minutebook.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.fixture.RealParts;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The order in which a transaction takes its id and its positions, which every reader rests on. */
class LedgerPositionsIT {

    private static final String DRAWING = "(7236001)";

    private final DataSource database = RealParts.newDataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void aTransactionHasItsIdBeforeItDrawsAPosition() throws Exception {
        try (var holding = database.getConnection();
                var writing = database.getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            var holder = clientOf(new SingleConnectionDataSource(holding, true));
            var writer = clientOf(new SingleConnectionDataSource(writing, true));
            var process = writer.sql("select pg_backend_pid()").query(Integer.class).single();
            holder.sql("select pg_advisory_lock" + DRAWING).query((_, _) -> "").list();
            var drawn = threads.submit(() ->
                    writer.sql("select first_position from ledger_draw_positions(1, 0)").query(Long.class).single());

            await().until(() -> tells("wait_event_type is not distinct from 'Lock'", process));
            boolean hasId = tells("backend_xid is not null", process);
            holder.sql("select pg_advisory_unlock" + DRAWING).query((_, _) -> "").list();

            assertThat(drawn.get()).isOne();
            assertThat(hasId).as("has a transaction id while it waits for its turn").isTrue();
        }
    }

    @Test
    void aLedgerTransactionHasItsIdBeforeItsWorkBegins() {
        var transactions = new PostgresTransactions(new JdbcTransactionManager(database), jdbc);

        String id = transactions.inOne(
                Map.of(), () -> jdbc.queryForObject("select pg_current_xact_id_if_assigned()::text", String.class));

        assertThat(id).isNotNull();
    }

    @Test
    void recordedTimesNeverGoBackThoughAClockDoes() {
        assertThat(recordedMillis(5_000)).isEqualTo(5_000);
        assertThat(recordedMillis(4_000)).isEqualTo(5_000);
    }

    private Long recordedMillis(long now) {
        return clientOf(database).sql("select recorded_millis from ledger_draw_positions(1, ?)").param(now)
                .query(Long.class).single();
    }

    private boolean tells(String condition, int process) {
        return clientOf(database).sql("select " + condition + " from pg_stat_activity where pid = ?").param(process)
                .query(Boolean.class).single();
    }

    private static JdbcClient clientOf(DataSource source) {
        return JdbcClient.create(source);
    }
}
