package io.minutebook.ingest.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The contract of usage records as producers may fetch it: a JSON Schema of the event and of each record
 * type, and sample records that keep it. What a schema cannot say, the decoder decides.
 */
public final class PublishedContract {

    public static final List<String> SCHEMAS =
            List.of("usage-record", "call-leg.v1", "recognition.v1", "bot-messages.v1");

    public static final List<String> SAMPLES = List.of(
            "call-outbound",
            "call-unanswered",
            "call-toll-free-inbound",
            "call-agent-mobile",
            "call-voip",
            "call-correction",
            "recognition-realtime",
            "recognition-offline",
            "bot-messages");

    private PublishedContract() {}

    /** In JSON; empty for a name that is not one of {@link #SCHEMAS}. */
    public static Optional<byte[]> schema(String name) {
        return read("schemas", SCHEMAS, name);
    }

    /** In JSON; empty for a name that is not one of {@link #SAMPLES}. */
    public static Optional<byte[]> sample(String name) {
        return read("samples", SAMPLES, name);
    }

    /** Only names that are known become paths. */
    private static Optional<byte[]> read(String folder, List<String> known, String name) {
        if (!known.contains(name)) return Optional.empty();
        var path = "/usage-records/" + folder + "/" + name + ".json";
        try (var file = Objects.requireNonNull(PublishedContract.class.getResourceAsStream(path), path)) {
            return Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
