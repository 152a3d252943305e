package io.minutebook.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger's HTTP API in the hands of an operator. */
final class Api implements AutoCloseable {

    private static final JsonMapper json = JsonMapper.shared();
    private static final int OK = 200;
    private static final int LAST_SUCCESS = 299;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_TRIES = 10;
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String key;

    Api(URI server, String key) {
        this.base = server.resolve("/api/v1/");
        this.key = key;
    }

    JsonNode get(String path) throws InterruptedException {
        return answer(request(path).GET().build());
    }

    void put(String path, Map<String, ?> body) throws InterruptedException {
        answer(putting(path, body));
    }

    /** Whether a server that was too busy to answer has done it all the same is for the caller to find out. */
    void putOnce(String path, Map<String, ?> body) throws InterruptedException {
        var request = putting(path, body);
        var response = send(request);
        if (response.statusCode() != UNAVAILABLE) contentOf(request, response);
    }

    private HttpRequest putting(String path, Map<String, ?> body) {
        return request(path).PUT(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))).build();
    }

    /** The reference makes a repetition harmless. */
    void post(String path, String reference, Map<String, ?> body) throws InterruptedException {
        answer(request(path)
                .header("Idempotency-Key", reference)
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    /** Repeats what is answered with 503, as that answer asks for; a repetition changes nothing. */
    private JsonNode answer(HttpRequest request) throws InterruptedException {
        var response = send(request);
        for (int tries = 1; response.statusCode() == UNAVAILABLE && tries < MOST_TRIES; tries++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            response = send(request);
        }
        return contentOf(request, response);
    }

    private static JsonNode contentOf(HttpRequest request, HttpResponse<String> response) {
        if (response.statusCode() >= OK && response.statusCode() <= LAST_SUCCESS) {
            return json.readTree(response.body());
        }
        throw new IllegalStateException("%s %s was answered %d %s".formatted(
                request.method(), request.uri().getPath(), response.statusCode(), response.body()));
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(request.uri().getPath() + " was not answered", failed);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
