package io.minutebook.server.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.swagger.v3.core.util.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers that a server really gave, in {@code openapi/examples}, a folder for each operation. */
@Component
class Examples {

    /** Keeps numbers and the order of fields as they were answered. */
    private static final ObjectReader READER = Json.mapper()
            .reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    /** A JSON value, such as the answer {@code 200} or the problem {@code OFF_STEP}. */
    Optional<JsonNode> json(String folder, String name) {
        return text(folder, name + ".json").map(Examples::read);
    }

    /** A file as it was downloaded, such as {@code 200.csv}. */
    Optional<String> file(String folder, String name) {
        return text(folder, name);
    }

    private static JsonNode read(String json) {
        try {
            return READER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
