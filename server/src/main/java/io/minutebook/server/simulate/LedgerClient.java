package io.minutebook.server.simulate;

import io.minutebook.server.embedded.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The few questions and orders of the ledger's HTTP API that preparing accounts needs. */
final class LedgerClient implements AutoCloseable {

    private static final JsonMapper json = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NOT_FOUND = 404;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String base;
    private final String key;

    LedgerClient(String base, String key) {
        this.base = base.replaceFirst("/+$", "") + "/api/v1";
        this.key = key;
    }

    /** The place of the ledger's test clock; empty where it goes by real time. */
    Optional<Instant> clock() {
        var answer = send(request("/clock").GET());
        if (answer.statusCode() == NOT_FOUND) return Optional.empty();
        var now = json.readTree(accepted(answer)).path("now").asString();
        return Optional.of(OffsetDateTime.parse(now).toInstant());
    }

    void put(String path, Map<String, ?> body) {
        accepted(send(request(path).PUT(BodyPublishers.ofString(json.writeValueAsString(body)))));
    }

    /** Done once, however often it is sent under that name. */
    void post(String path, String idempotencyKey, Map<String, ?> body) {
        accepted(send(request(path)
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            var whatToDo = "the ledger does not answer at " + base + ": is it running and --prepare right?";
            throw new CannotStart(whatToDo, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while preparing accounts", stopped);
        }
    }

    private static String accepted(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 == 2) return answer.body();
        throw new CannotStart("%s %s answered %d: %s".formatted(
                answer.request().method(), answer.uri().getPath(), answer.statusCode(), answer.body()));
    }

    @Override
    public void close() {
        http.close();
    }
}
