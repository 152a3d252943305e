package io.minutebook.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive's commands, run by the shell as PostgreSQL runs them. */
class WalArchiveTest {

    private static final String NAME = "000000010000000000000001";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private WalArchive archive;
    private Path database = Path.of("");
    private Path kept = Path.of("");

    @BeforeEach
    void keepTheLog() throws IOException {
        database = Files.createDirectories(folder.resolve("postgres"));
        Files.createDirectories(database.resolve("pg_wal/archive_status"));
        Files.createDirectories(database.resolve("global"));
        Files.writeString(database.resolve("global/pg_control"), "ledger 1");
        archive = WalArchive.of(database);
        archive.keepIn(folder.resolve("it's \"kept\" at 100% $HOME"));
        kept = archive.folder().orElseThrow();
    }

    @Test
    void whatIsKeptComesBackToTheByte() throws Exception {
        segment("one");

        assertThat(keep()).isZero();
        assertThat(fetch()).isZero();
        assertThat(database.resolve("fetched")).hasContent("one");
        assertThat(kept).isDirectoryContaining("glob:**.gz").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void theSameSegmentIsTakenAgainAndAnotherIsNeverWrittenOverIt() throws Exception {
        segment("one");
        keep();
        assertThat(keep()).isZero();

        segment("two");
        assertThat(keep()).isEqualTo(1);
        fetch();
        assertThat(database.resolve("fetched")).hasContent("one");
    }

    @Test
    void theEndOfTheLogIsToldFromALogThatWasHarmed() throws Exception {
        segment("one");
        assertThat(fetch()).isEqualTo(1);

        keep();
        Files.write(kept.resolve(NAME + ".gz"), new byte[] {1}, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(fetch()).isGreaterThan(125);
    }

    @Test
    void anArchiveThatIsGoneKeepsNothing() throws Exception {
        segment("one");
        archive.settings();
        Files.delete(kept.resolve("system-identifier"));
        Files.delete(kept);

        assertThat(run("keep", "segment")).isPositive();
        assertThatThrownBy(archive::settings).isInstanceOf(CannotStart.class).hasMessageContaining("mount it");
    }

    @Test
    void theArchiveOfAnotherLedgerIsRefused() throws IOException {
        archive.settings();
        Files.writeString(database.resolve("global/pg_control"), "ledger 2");

        assertThatThrownBy(archive::settings).isInstanceOf(CannotStart.class).hasMessageContaining("another ledger's");
    }

    @Test
    void theHistoryOfARecoveryThatHadNoArchiveIsKeptFromNowOn() throws IOException {
        var status = database.resolve("pg_wal/archive_status");
        Files.createFile(database.resolve("pg_wal/00000002.history"));
        Files.createFile(database.resolve("pg_wal/00000003.history"));
        Files.createFile(status.resolve("00000003.history.done"));

        archive.settings();

        assertThat(status.resolve("00000002.history.ready")).exists();
        assertThat(status.resolve("00000003.history.ready")).doesNotExist();
    }

    @Test
    void itIsRememberedUntilItIsEnded() {
        assertThat(WalArchive.of(database).settings()).containsEntry("archive_mode", "on");

        archive.end();

        assertThat(WalArchive.of(database).settings()).isEmpty();
    }

    private void segment(String content) throws IOException {
        Files.writeString(database.resolve("segment"), content);
    }

    private int keep() throws IOException, InterruptedException {
        return run("keep", "segment");
    }

    private int fetch() throws IOException, InterruptedException {
        return run("fetch", "fetched");
    }

    private int run(String what, String path) throws IOException, InterruptedException {
        if (Files.isDirectory(kept)) archive.settings();
        var command = List.of("sh", "wal-archive.sh", what, path, NAME);
        return new ProcessBuilder(command)
                .directory(Objects.requireNonNull(database.toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
