package io.minutebook.server.api;

import io.minutebook.server.fixture.LedgerServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Somebody with an API key, or without one, who talks HTTP to a server. */
record Caller(URI server, @Nullable String key) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    static Caller operatorOf(LedgerServer server) {
        return new Caller(server.url(), server.operatorKey());
    }

    Caller with(@Nullable String otherKey) {
        return new Caller(server, otherKey);
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    /** A file as it is, in the language that the caller prefers. */
    HttpResponse<byte[]> download(String path, String language) {
        try {
            var request = request(path).header("Accept-Language", language).GET().build();
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    /** Under a new idempotency key. */
    Reply post(String path, String body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    Reply post(String path, String idempotencyKey, String body) {
        return send(request(path)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    Reply send(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path.startsWith("/") ? path : "/api/v1/" + path));
        if (key != null) request.header("Authorization", "Bearer " + key);
        return request;
    }

    Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** A new account with that much cash. */
    String accountWith(String cash) {
        var account = Integer.toString(1_400_000_000 + ACCOUNTS.incrementAndGet());
        put("accounts/" + account, "{\"name\": \"Acme\", \"legalEntityId\": \"E-1\"}").is(201);
        post(
                        "accounts/" + account + "/funds",
                        "{\"kind\": \"CASH\", \"amount\": \"" + cash + "\", \"reference\": \"transfer 1\"}")
                .is(201);
        return account;
    }
}
