package io.minutebook.server.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Talks to a server and remembers every request with its answer. */
final class Conversation {

    private final List<Exchange> exchanges = new ArrayList<>();
    private Caller caller;

    Conversation(Caller caller) {
        this.caller = caller;
    }

    void goOnAs(Caller other) {
        caller = other;
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    Reply get(String path) {
        return send("GET", path, null, null);
    }

    Reply put(String path, String body) {
        return send("PUT", path, null, body);
    }

    Reply post(String path, String body) {
        return send("POST", path, UUID.randomUUID().toString(), body);
    }

    Reply post(String path, String key, String body) {
        return send("POST", path, key, body);
    }

    Reply send(String method, String path, @Nullable String key, @Nullable String body) {
        return send(method, path, key, body, "application/json");
    }

    Reply send(String method, String path, @Nullable String key, @Nullable String body, String contentType) {
        var request = caller.request(path);
        if (key != null) request.header("Idempotency-Key", key);
        if (body != null) request.header("Content-Type", contentType);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var reply = caller.send(request);
        exchanges.add(new Exchange(method, reply.response().uri().getRawPath(), body, reply));
        return reply;
    }
}
