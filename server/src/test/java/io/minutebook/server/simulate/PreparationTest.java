package io.minutebook.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.minutebook.server.embedded.CannotStart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private static final String DECEMBER = "{\"now\":\"2024-12-31T08:00:00.000+08:00\"}";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
    private HttpServer server;
    private String clock = DECEMBER;
    private int status = 201;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void opensEachAccountWithFundsAndPacksUnderNamesThatTheSeedDecides() {
        prepare();
        var all = List.copyOf(asked);
        asked.clear();
        prepare();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(all).hasSize(1 + 3 * 3);
        var first = all.stream().filter(request -> request.contains("/1300000001")).toList();
        assertThat(first.get(0)).startsWith("PUT /api/v1/accounts/1300000001 null {");
        assertThat(first.get(1)).startsWith("POST /api/v1/accounts/1300000001/funds simulate-2025-01-")
                .contains("\"kind\":\"CASH\"");
        assertThat(first.get(2)).startsWith("POST /api/v1/accounts/1300000001/orders simulate-2025-01-")
                .contains("landline-outbound-custom").contains("audio-custom");
    }

    @Test
    void warnsWhenPacksComeTooLateForTheMonth() {
        prepare();
        assertThat(progress.toString(StandardCharsets.UTF_8))
                .doesNotContain("warning").contains("prepared 3 of 3");
        clock = DECEMBER.replace("2024-12-31", "2025-01-02");
        prepare();
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("warning: the ledger's clock");
    }

    @Test
    void takesRealTimeWhereTheLedgerHasNoTestClock() {
        clock = "";
        prepare();
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("warning: the ledger's clock");
    }

    @Test
    void saysWhatTheLedgerAnsweredWhenItRefuses() {
        status = 422;
        assertThatThrownBy(this::prepare)
                .isInstanceOf(CannotStart.class).hasMessageContaining("answered 422");
    }

    private void prepare() {
        var plan = TrafficPlan.calm(3, Plans.FIRST_ACCOUNT, 2_000, Plans.JANUARY, Plans.SEED);
        var base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        try (var ledger = new LedgerClient(base, "mb_key")) {
            var shown = new PrintStream(progress, true, StandardCharsets.UTF_8);
            new Preparation(plan, Traffic.of(plan), ledger, shown).prepare();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            asked.add("%s %s %s %s".formatted(
                    exchange.getRequestMethod(), path, headers.getFirst("Idempotency-Key"), body));
            boolean isClock = path.equals("/api/v1/clock");
            var answer = (isClock ? clock : "{}").getBytes(StandardCharsets.UTF_8);
            int code = !isClock ? status : clock.isEmpty() ? 404 : 200;
            if (!"Bearer mb_key".equals(headers.getFirst("Authorization"))) code = 401;
            exchange.sendResponseHeaders(code, answer.length == 0 ? -1 : answer.length);
            if (answer.length > 0) exchange.getResponseBody().write(answer);
        }
    }
}
