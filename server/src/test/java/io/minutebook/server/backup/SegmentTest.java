package io.minutebook.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.server.embedded.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentTest {

    @TempDir
    Path archive;

    @ParameterizedTest
    @CsvSource({
        "000000010000000000000001, 000000010000000000000002",
        "0000000100000000000000FF, 000000010000000100000000",
        "0000000A00000003000000FF, 0000000A0000000400000000",
    })
    void knowsWhichFileOfTheLogComesNext(String name, String next) {
        assertThat(Segment.named(name).name()).isEqualTo(name);
        assertThat(Segment.named(name).next().name()).isEqualTo(next);
    }

    @Test
    void aLogThatGoesOnInANewHistoryIsWhole() throws IOException {
        keep("000000010000000000000002", "000000010000000000000003", "000000020000000000000003",
                "000000020000000000000004");

        new KeptLog(archive).requireWhole(Segment.named("000000010000000000000002"));
    }

    @Test
    void aHoleInTheLogIsNamed() throws IOException {
        keep("000000010000000000000003", "000000010000000000000005", "00000002.history", "system-identifier");

        assertThatThrownBy(() -> new KeptLog(archive).requireWhole(Segment.named("000000010000000000000002")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("000000010000000000000004 is missing", archive.toString());
    }

    private void keep(String... names) throws IOException {
        for (var name : names) Files.createFile(archive.resolve(name + ".gz"));
    }
}
