package io.minutebook.server.api;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who hears of alerts, inside the JVM of a test: takes them on paths of their own, or answers as it is told. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> failuresLeft = new ConcurrentHashMap<>();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** One request as it came. */
    record Letter(String path, Map<String, List<String>> headers, String body, int answer) {

        String id() {
            return headers.getOrDefault("Webhook-id", List.of()).getFirst();
        }

        JsonNode event() {
            return JsonMapper.shared().readTree(body);
        }

        /** By the public library of Standard Webhooks. */
        boolean isSignedWith(String secret) {
            try {
                var names = HttpHeaders.of(headers, (_, _) -> true);
                new Webhook(secret).verify(body, names);
                return true;
            } catch (WebhookVerificationException forged) {
                return false;
            }
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean fails = failuresLeft.containsKey(path) && failuresLeft.get(path).getAndDecrement() > 0;
        int answer = fails ? 503 : answers.getOrDefault(path, 204);
        letters.add(new Letter(path, Map.copyOf(exchange.getRequestHeaders()), body, answer));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void answer(String path, int status) {
        answers.put(path, status);
    }

    void fail(String path, int times) {
        failuresLeft.put(path, new AtomicInteger(times));
    }

    List<Letter> lettersTo(String path) {
        return letters.stream().filter(letter -> letter.path().equals(path)).toList();
    }

    List<String> idsTo(String path) {
        return lettersTo(path).stream().map(Letter::id).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
