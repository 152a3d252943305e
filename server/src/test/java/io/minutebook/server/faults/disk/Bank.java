package io.minutebook.server.faults.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who holds the operator's key of a ledger and pays money into one account, a wire at a time. */
record Bank(URI ledger, String key) {

    static final String ACCOUNT = "1000001";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The account, with a pack for its calls. */
    void openAccount() throws IOException, InterruptedException {
        accepted(send(request("accounts/" + ACCOUNT)
                .PUT(BodyPublishers.ofString("{\"name\":\"Power\",\"legalEntityId\":\"E-1\"}"))));
        accepted(post("accounts/" + ACCOUNT + "/funds", "first",
                "{\"kind\":\"CASH\",\"amount\":\"20000.00\",\"reference\":\"first\"}"));
        accepted(post("accounts/" + ACCOUNT + "/orders", "order",
                "{\"items\":[{\"product\":\"landline-outbound-50000\",\"quantity\":2}]}"));
    }

    /** Pays one wire in, under its own key; whether that was acknowledged. */
    boolean pay(int wire) throws InterruptedException {
        try {
            var body = "{\"kind\":\"CASH\",\"amount\":\"%d.00\",\"reference\":\"%s\"}"
                    .formatted(yuan(wire), name(wire));
            return post("accounts/" + ACCOUNT + "/funds", name(wire), body).statusCode() / 100 == 2;
        } catch (IOException unknown) {
            return false;
        }
    }

    static String name(int wire) {
        return "wire-" + wire;
    }

    static int yuan(int wire) {
        return 1 + wire % 9;
    }

    /** Cash once that many wires are paid in. */
    static String balance(int wires) {
        int left = 20_000 - 2 * 6_900;
        return left + IntStream.range(0, wires).map(Bank::yuan).sum() + ".00";
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(accepted(send(request(path).GET())).body());
    }

    HttpResponse<String> post(String path, String key, String body) throws IOException, InterruptedException {
        return send(request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    /** From all packs of the account. */
    long drawnMinutes() throws IOException, InterruptedException {
        return get("accounts/" + ACCOUNT + "/packs").valueStream()
                .mapToLong(pack -> pack.path("drawn").asLong())
                .sum();
    }

    /** What is missing for it to be ready, as one text. */
    String missing() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(ledger.resolve("/health/ready")).GET()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(ledger.resolve("/api/v1/" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
