package io.minutebook.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.minutebook.client.model.Problem;
import java.net.URI;
import java.util.Optional;

/** Opens a ledger to the generated classes of {@code io.minutebook.client.api}, and reads why it refused. */
public final class Ledger {

    private Ledger() {}

    /** A client of the ledger at an address such as {@code http://127.0.0.1:8080}, with the secret of a key. */
    public static ApiClient at(URI address, String key) {
        var client = new ApiClient();
        client.updateBaseUri(address.toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
        return client;
    }

    /** The problem that was answered; nothing where the answer did not come from a ledger, or none came. */
    public static Optional<Problem> problemOf(ApiException refusal) {
        var body = refusal.getResponseBody();
        if (body == null) return Optional.empty();
        try {
            return Optional.of(ApiClient.createDefaultObjectMapper().readValue(body, Problem.class));
        } catch (JsonProcessingException foreign) {
            return Optional.empty();
        }
    }
}
