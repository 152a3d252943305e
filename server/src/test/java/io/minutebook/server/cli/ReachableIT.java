package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.EmbeddedDatabase;
import io.minutebook.server.fixture.CarelessDatabase;
import io.minutebook.server.fixture.LedgerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachableIT {

    @TempDir
    Path scratch;

    @Test
    void aDatabaseThatMayLoseWhatItHasAcknowledgedIsRefused() throws IOException {
        var folder = scratch.resolve("postgres");
        var careful = EmbeddedDatabase.start(folder, 0);
        try (careful) {
            Reachable.database(careful.url());
        }
        for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            try (var _ = CarelessDatabase.start(folder, careful.url(), setting)) {
                assertThatThrownBy(() -> Reachable.database(careful.url()))
                        .isInstanceOf(CannotStart.class)
                        .hasMessage("the database may lose what it has acknowledged: switch on " + setting);
            }
        }
        try (var _ = CarelessDatabase.start(folder, careful.url(), "fsync")) {
            var up = LedgerProcess.run(scratch, "up", "--data", scratch.resolve("data").toString(), "--port", "0",
                    "--kafka", "127.0.0.1:1", "--database-url", careful.url());
            assertThat(up.status()).isEqualTo(1);
            assertThat(up.errors())
                    .contains("minutebook: the database may lose what it has acknowledged: switch on fsync");
        }
    }
}
