package io.minutebook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberKeyTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndOnlyForItsOwner() throws IOException {
        var key = new NumberKey(folder.resolve("number.key"));

        key.createIfNone();
        var first = key.bytes(null);
        key.createIfNone();

        assertThat(first).hasSize(32).isEqualTo(key.bytes(null)).isNotEqualTo(new byte[32]);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.file()))).isEqualTo("rw-------");
    }

    @Test
    void givesWayToTheEnvironment() {
        var key = new NumberKey(folder.resolve("number.key"));
        key.createIfNone();

        assertThat(key.bytes("ab".repeat(32))).hasSize(32).containsOnly(0xab);
    }

    @Test
    void refusesAShortOrUnreadableKeyWithoutShowingIt() {
        var key = new NumberKey(folder.resolve("number.key"));

        assertThatThrownBy(() -> key.bytes("abcd")).hasMessageContaining("64").hasMessageNotContaining("abcd");
        assertThatThrownBy(() -> key.bytes("secret!!")).hasMessageContaining("64").hasMessageNotContaining("secret");
        assertThatThrownBy(() -> key.bytes(null)).hasMessageContaining("number.key");
    }
}
