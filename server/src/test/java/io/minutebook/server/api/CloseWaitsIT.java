package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.packs.DrawMinutes;
import io.minutebook.server.fixture.KeptLog;
import io.minutebook.server.fixture.LedgerServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A month with a record that cannot be booked when it falls due to be closed, as if somebody held a lock. */
class CloseWaitsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern WAITING = Pattern.compile("(?m)^minutebook_close_waiting_seconds (\\S+)$");
    private static final AtomicBoolean isHeldUp = new AtomicBoolean();

    private static final LedgerServer server = LedgerServer.startAt(
            Instant.parse("2025-01-31T00:00:00Z"),
            "minutebook.close.automatic=true",
            "minutebook.close.first-month=2025-01");
    private static final Caller operator = Caller.operatorOf(server);
    private static final JdbcClient jdbc = server.bean(JdbcClient.class);

    private static String account = "";
    private static CallSheet calls = new CallSheet("", "");

    @BeforeAll
    static void prepare() {
        var _ = server.bean(Configuration.class).commandBus().registerDispatchInterceptor(_ -> (_, command) -> {
            boolean isBooking = command.getPayload() instanceof DrawMinutes;
            if (isBooking && isHeldUp.get()) {
                throw new PessimisticLockingFailureException("held up", new SQLException("a lock that lasts", "55P03"));
            }
            return command;
        });
        account = operator.accountWith("10000.00");
        operator.post("accounts/" + account + "/orders", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .is(201);
        calls = new CallSheet(account, server.usageTopic());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aCloseWaitsForIngestAndSaysSoButNotForEver() throws IOException {
        isHeldUp.set(true);
        calls.publish(calls.call("a", Instant.parse("2025-01-20T04:00:00Z"), 5));
        await().atMost(PATIENCE).until(() -> operator.get("ingest/status").json().at("/lag").asLong() == 1);
        try (var log = new KeptLog("text")) {
            var close = clockPassesTheClose();
            hasWaited(Duration.ofHours(6).minusMinutes(5));
            assertThat(waitingSeconds()).isGreaterThan(secondsOfTheAlert());
            assertThat(month("2025-01").at("/state")).isEqualTo("CLOSING");
            assertThat(close).isNotDone();
            assertThat(log.text()).doesNotContain("CLOSE_OVERDUE");

            begunBefore(Duration.ofHours(6));
            close.join().is(200);
            assertThat(log.text()).contains("month 2025-01 is closed after PT6H").contains("CLOSE_OVERDUE");
        }
        var january = month("2025-01");
        assertThat(january.at("/state")).isEqualTo("FINAL");
        assertThat(january.json().at("/rows").asLong()).isZero();
        isHeldUp.set(false);

        await().atMost(PATIENCE).until(() -> !lines("2025-02").isEmpty());
        assertThat(lines("2025-02")).containsExactly("14:a:main 5 2025-01");
        assertThat(lines("2025-01")).isEmpty();
        assertThat(month("2025-01").body()).isEqualTo(january.body());
        await().atMost(PATIENCE).until(() -> waitingSeconds() == 0);
    }

    /** Whoever moves the clock has an answer once the month is closed. */
    private static CompletableFuture<Reply> clockPassesTheClose() {
        return CompletableFuture.supplyAsync(
                () -> operator.put("clock", "{\"now\": \"2025-02-03T02:00:30+08:00\"}"),
                work -> Thread.ofPlatform().daemon().start(work));
    }

    /** So long by real time, as the close itself then says. */
    private static void hasWaited(Duration waited) {
        await().atMost(PATIENCE).until(() -> begunBefore(waited) == 1);
        await().atMost(PATIENCE).until(() -> waitingSeconds() >= waited.toSeconds());
    }

    private static int begunBefore(Duration waited) {
        return jdbc.sql("update month_close set begun_at = clock_timestamp() - ? * interval '1 s'")
                .param(waited.toSeconds())
                .update();
    }

    private static long waitingSeconds() {
        var value = WAITING.matcher(operator.get("/metrics").is(200).body());
        assertThat(value.find()).isTrue();
        return new BigDecimal(value.group(1)).longValue();
    }

    private static long secondsOfTheAlert() throws IOException {
        var rules = Files.readString(Path.of("../ops/prometheus/alerts.yml"));
        var limit = Pattern.compile("max\\(minutebook_close_waiting_seconds\\) > (\\d+)").matcher(rules);
        assertThat(limit.find()).isTrue();
        return Long.parseLong(limit.group(1));
    }

    private static Reply month(String month) {
        return operator.get("months/" + month).is(200);
    }

    /** Record, billed minutes and the month it is late from. */
    private static List<String> lines(String month) {
        return operator.get("accounts/" + account + "/usage?month=" + month).is(200).json().at("/rows").valueStream()
                .map(row -> "%s %d %s".formatted(
                        row.at("/recordId").asString(),
                        row.at("/billedMinutes").asLong(),
                        row.at("/lateFromMonth").asString("")))
                .toList();
    }
}
