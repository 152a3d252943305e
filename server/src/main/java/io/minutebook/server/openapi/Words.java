package io.minutebook.server.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The sentences of the description that belong to no single operation. */
final class Words {

    private static final Properties WORDS = read();

    private Words() {}

    static String of(String key) {
        return Objects.requireNonNull(WORDS.getProperty(key), key);
    }

    /** The words of the first key that has any. */
    static @Nullable String find(String... keys) {
        for (var key : keys) {
            var words = WORDS.getProperty(key);
            if (words != null) return words;
        }
        return null;
    }

    private static Properties read() {
        var file = Objects.requireNonNull(Words.class.getResourceAsStream("/openapi/words.properties"));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            var words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
