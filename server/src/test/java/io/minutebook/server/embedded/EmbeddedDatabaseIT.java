package io.minutebook.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    Path folder;

    @Test
    void losesNothingThatItHasAcknowledged() throws SQLException {
        try (var database = EmbeddedDatabase.start(folder.resolve("postgres"), 0)) {
            assertThat(ask(database.url(),
                    "select string_agg(name, ' ' order by name) from pg_settings where setting = 'on'"
                            + " and name in"
                            + " ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')"))
                    .isEqualTo("data_checksums fsync full_page_writes synchronous_commit");
            assertThat(ask(database.url(), "show max_prepared_transactions")).isEqualTo("0");
        }
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws SQLException {
        try (var database = EmbeddedDatabase.start(folder.resolve("postgres"), 0)) {
            assertThat(ask(database.url(), "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void keepsItsRowsAndMayChangeItsPort() throws SQLException {
        try (var first = EmbeddedDatabase.start(folder.resolve("postgres"), 0)) {
            execute(first.url(), "create table kept as select 42 as answer");
        }
        try (var second = EmbeddedDatabase.start(folder.resolve("postgres"), 0)) {
            assertThat(ask(second.url(), "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    @SuppressWarnings("try") // the first is left running, as by a ledger that was killed
    void takesTheFolderOverFromOneThatWasLeftRunning() throws SQLException {
        var leftOver = EmbeddedDatabase.start(folder.resolve("postgres"), 0);
        execute(leftOver.url(), "create table kept as select 42 as answer");

        try (var next = EmbeddedDatabase.start(folder.resolve("postgres"), leftOver.port())) {
            assertThat(next.port()).isEqualTo(leftOver.port());
            assertThat(ask(next.url(), "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void isStartedAgainWhenItEndsByItself() throws Exception {
        try (var database = EmbeddedDatabase.start(folder.resolve("postgres"), 0).keptRunning()) {
            execute(database.url(), "create table kept as select 42 as answer");
            var first = Postmaster.of(folder.resolve("postgres")).orElseThrow();

            first.process().destroyForcibly();

            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() ->
                    assertThat(ask(database.url(), "select answer from kept")).isEqualTo("42"));
            assertThat(Postmaster.of(folder.resolve("postgres"))).isPresent().get().isNotEqualTo(first);
        }
        assertThat(Postmaster.of(folder.resolve("postgres"))).isEmpty();
    }

    @Test
    void isFoundFromOutsideOnlyWhileItRuns() {
        try (var database = EmbeddedDatabase.start(folder.resolve("postgres"), 0)) {
            assertThat(EmbeddedDatabase.urlOfRunning(folder.resolve("postgres"))).contains(database.url());
        }
        assertThat(EmbeddedDatabase.urlOfRunning(folder.resolve("postgres"))).isEmpty();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
