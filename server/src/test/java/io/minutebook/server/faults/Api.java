package io.minutebook.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A caller with the operator's key: asks the serving nodes in turn, and in the same words again while nobody answers
 * or the answer is to come back later.
 */
final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ONE_ANSWER = Duration.ofSeconds(15);
    private static final int LATER = 503;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Node> nodes;
    private final String key;

    Api(List<Node> serving) {
        this.nodes = serving;
        this.key = serving.getFirst().process().operatorKey();
    }

    /** An outcome that is known. */
    record Answer(int status, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        Answer good() {
            assertThat(status).as(body).isBetween(200, 299);
            return this;
        }
    }

    JsonNode get(String path) {
        return ask("GET", path, Optional.empty(), "").good().json();
    }

    Answer put(String path, String body) {
        return ask("PUT", path, Optional.empty(), body);
    }

    JsonNode post(String path, String idempotencyKey, String body) {
        return ask("POST", path, Optional.of(idempotencyKey), body).good().json();
    }

    private Answer ask(String method, String path, Optional<String> idempotencyKey, String body) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> once(method, path, idempotencyKey, body), answer -> answer.status() != LATER);
    }

    private Answer once(String method, String path, Optional<String> idempotencyKey, String body)
            throws IOException, InterruptedException {
        var node = nodes.get(turn.getAndIncrement() % nodes.size());
        var request = request(node.process().url(), "/api/v1/" + path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        idempotencyKey.ifPresent(given -> request.header("Idempotency-Key", given));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** Whether a node says of itself that it lacks nothing. */
    boolean isReady(Node node) {
        try {
            HttpResponse<String> answer = http.send(
                    request(node.process().url(), "/health/ready").build(), BodyHandlers.ofString());
            return answer.statusCode() == 200;
        } catch (IOException noAnswer) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static HttpRequest.Builder request(URI base, String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(ONE_ANSWER);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
