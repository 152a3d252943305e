package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.fixture.LedgerProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with the operator's key of a ledger in a process of its own. */
record Operator(LedgerProcess ledger) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    void put(String path, String body) {
        send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    JsonNode post(String path, String reference, String body) {
        return send(request(path).header("Idempotency-Key", reference).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(ledger.url().resolve("/api/v1/" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + ledger.operatorKey());
    }

    /** Repeats what was answered 503, as that answer asks for. */
    private static JsonNode send(HttpRequest.Builder request) {
        var response = await().atMost(Duration.ofMinutes(2))
                .until(() -> answer(request), it -> it.statusCode() != 503);
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(response.body());
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
