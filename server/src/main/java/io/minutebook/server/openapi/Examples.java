package io.minutebook.server.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers that a server really gave, in {@code openapi/examples}, a folder for each operation. */
@Component
class Examples {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** A JSON value as maps, lists and texts, such as the answer {@code 200} or the problem {@code OFF_STEP}. */
    Optional<Object> json(String folder, String name) {
        return text(folder, name + ".json").map(json -> JSON.readValue(json, Object.class));
    }

    Optional<String> csv(String folder, String name) {
        return text(folder, name + ".csv");
    }

    private static Optional<String> text(String folder, String file) {
        try (var stream = Examples.class.getResourceAsStream("/openapi/examples/" + folder + "/" + file)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
