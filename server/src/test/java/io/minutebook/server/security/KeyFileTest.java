package io.minutebook.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void holdsTheKeyAloneForItsOwnerAlone() throws IOException {
        var path = folder.resolve("operator.key");
        var secret = new KeyFile(path).secret();
        assertThat(secret).matches("mb_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(path)).isEqualTo(secret + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("operator.key");
    }

    @Test
    void aKeyThatIsThereIsTakenUp() {
        var file = new KeyFile(folder.resolve("operator.key"));
        assertThat(file.secret()).isEqualTo(file.secret());
    }

    @Test
    void whatIsNoKeyIsReplaced() throws IOException {
        var path = folder.resolve("operator.key");
        Files.writeString(path, "mb_cut");
        assertThat(new KeyFile(path).secret()).matches("mb_[A-Za-z0-9_-]{43}");
    }

    @Test
    void noTwoKeysAreAlike() {
        assertThat(Secrets.next()).isNotEqualTo(Secrets.next());
    }
}
