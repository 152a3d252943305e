package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered. */
record Reply(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.shared();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    JsonNode json() {
        return JSON.readTree(body());
    }

    /** What lies at a JSON pointer, as a text. */
    String at(String pointer) {
        return json().at(pointer).asString();
    }

    Reply is(int status) {
        assertThat(status()).as(body()).isEqualTo(status);
        return this;
    }

    /** A problem of the one shape that all of them have. */
    Reply isProblem(int status, String code) {
        is(status);
        assertThat(header("Content-Type")).contains("application/problem+json");
        assertThat(at("/code")).isEqualTo(code);
        assertThat(at("/status")).isEqualTo(Integer.toString(status));
        assertThat(at("/title")).isNotBlank();
        assertThat(at("/detail")).isNotBlank();
        assertThat(at("/instance")).isEqualTo(response.uri().getRawPath());
        assertThat(body()).doesNotContain("Exception", "\tat ", "io.minutebook");
        return this;
    }

    long position() {
        return Long.parseLong(header("Ledger-Position").orElseThrow());
    }
}
