package io.minutebook.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerOutputTest {

    @TempDir
    Path folder;

    @Test
    void tellsTheLastReasonThatIsNotMeantForClients() throws IOException {
        var file = Files.writeString(folder.resolve("postgres.log"), """
                2026-01-01 [1] FATAL:  an old reason
                2026-01-02 [2] PANIC:  could not write to file "pg_wal/xlogtemp.2": No space left on device
                2026-01-02 [1] LOG:  server process (PID 2) was terminated by signal 6: Aborted
                2026-01-02 [3] FATAL:  the database system is in recovery mode
                2026-01-02 [4] FATAL:  terminating connection due to administrator command
                """);

        assertThat(new ServerOutput(file).whyItEnded())
                .contains("could not write to file \"pg_wal/xlogtemp.2\": No space left on device");
    }

    @Test
    void looksAtTheEndOfALongFileAlone() throws IOException {
        var file = Files.writeString(folder.resolve("postgres.log"),
                "2026-01-01 [1] FATAL:  long ago\n" + "2026-01-01 [1] LOG:  checkpoint\n".repeat(10_000));

        assertThat(new ServerOutput(file).whyItEnded()).isEmpty();
    }

    @Test
    void doesNotTellWhyAnEarlierRunEnded() throws IOException {
        var file = Files.writeString(folder.resolve("postgres.log"), """
                2026-01-01 [1] FATAL:  could not write lock file "postmaster.pid": No space left on device
                2026-01-02 [2] LOG:  starting PostgreSQL 18.1 on x86_64-pc-linux-gnu
                2026-01-02 [2] LOG:  database system is ready to accept connections
                """);

        assertThat(new ServerOutput(file).whyItEnded()).isEmpty();
    }

    @Test
    void tellsNothingWhereThereIsNone() {
        assertThat(new ServerOutput(folder.resolve("none")).whyItEnded()).isEmpty();
    }
}
