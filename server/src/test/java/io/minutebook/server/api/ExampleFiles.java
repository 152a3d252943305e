package io.minutebook.server.api;

import io.minutebook.server.api.ServedDocument.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the description, in the sources: a folder for each operation, a file for each of its answers. */
final class ExampleFiles {

    static final Path FOLDER = Path.of("src/main/resources/openapi/examples");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ExampleFiles() {}

    static void clear() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    /** The first answer of a kind is its example; what nobody can read has none. */
    static void write(String folder, Exchange exchange) throws IOException {
        if (exchange.extension().isEmpty()) return;
        var place = Files.createDirectories(FOLDER.resolve(folder));
        var file = place.resolve(exchange.name() + exchange.extension());
        if (Files.exists(file)) return;
        Files.writeString(file, exchange.isFile() ? exchange.reply().body() : pretty(exchange.reply().body()));
    }

    static void writeRequest(Operation operation, String body) throws IOException {
        var file = FOLDER.resolve(operation.id()).resolve("request.json");
        if (!Files.exists(file)) Files.writeString(file, pretty(body));
    }

    private static String pretty(String json) {
        return JSON.writeValueAsString(JSON.readTree(json)) + "\n";
    }
}
