package io.minutebook.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.account.RegisterAccount;
import io.minutebook.billing.packs.DrawMinutes;
import io.minutebook.ingest.record.PublishedContract;
import io.minutebook.server.fixture.KeptLog;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.fixture.SpanCollector;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One ledger with a collector of spans and a log that is kept, after traffic full of people's numbers: each begins
 * with 1391234 and stands in one place only.
 */
class ObservedIT {

    private static final String CANARY = "1391234";
    private static final String ACCOUNT = "1000001";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PUBLISHED_IN = "0af7651916cd43dd8448eb211c80319c";
    private static final String OUTBOUND = new String(PublishedContract.sample("call-outbound").orElseThrow(), UTF_8);
    private static final Path ROOT = Path.of("..");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:minutebook|http_server|hikaricp|jvm|process|system)_[a-z0-9_]+");

    private static final SpanCollector collector = new SpanCollector();
    private static final LedgerServer server =
            LedgerServer.start("OTEL_EXPORTER_OTLP_ENDPOINT=" + collector.endpoint());
    private static final Caller operator = Caller.operatorOf(server);
    private static final Caller nobody = operator.with(null);
    private static String text = "";
    private static List<String> json = List.of();

    @BeforeAll
    static void traffic() {
        try (var asText = new KeptLog("text"); var asJson = new KeptLog("json")) {
            failOnPoison();
            callTheApi();
            publish();
            assertThat(server.bean(OpenTelemetrySdk.class)
                            .getSdkTracerProvider().forceFlush().join(30, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
            text = asText.text();
            json = asJson.lines();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        collector.close();
    }

    /** As a defect of ours would, quoting what it stumbled over. */
    private static void failOnPoison() {
        var _ = server.bean(Configuration.class).commandBus().registerDispatchInterceptor(_ -> (_, command) -> {
            if (command.getPayload() instanceof RegisterAccount account && account.name().contains("poison")) {
                throw new IllegalStateException("cannot store " + account.name());
            }
            if (command.getPayload() instanceof DrawMinutes draw && draw.toString().contains("poison")) {
                throw new IllegalStateException("cannot book a call to +86" + CANARY + "0001");
            }
            return command;
        });
    }

    private static void callTheApi() {
        var traced = operator.request("accounts/" + ACCOUNT)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .header("Content-Type", "application/json");
        var body = "{\"name\": \"Call %s0002\", \"legalEntityId\": \"E-1\"}".formatted(CANARY);
        operator.send(traced.PUT(BodyPublishers.ofString(body))).is(201);
        operator.put("accounts/77", body.replace("Call", "poison")).isProblem(500, "INTERNAL_ERROR");
        operator.put("accounts/77", "{\"name\": " + CANARY + "0003x").isProblem(400, "MALFORMED_REQUEST");
        operator.put("accounts/78", "{\"name\": [\"" + CANARY + "0004\"]}").isProblem(400, "MALFORMED_REQUEST");
        operator.get("accounts/+86" + CANARY + "0005").response();
        operator.get("calls/" + CANARY + "0006").isProblem(404, "NOT_FOUND");
        operator.get("accounts/" + ACCOUNT + "/usage?month=" + CANARY + "0007").response();
        operator.post("accounts/" + ACCOUNT + "/funds", CANARY + "0008",
                "{\"kind\": \"CASH\", \"amount\": \"5.00\", \"reference\": \"from " + CANARY + "0009\"}").is(201);
        operator.post("accounts/" + ACCOUNT + "/orders", "{\"items\": [{\"product\": \"landline-outbound-30000\"}]}")
                .isProblem(422, "INSUFFICIENT_FUNDS");
        operator.send("POST", "records/validate", callTo("0010")).is(200);
        operator.send("PURGE", "accounts", CANARY + "0011").response();
        nobody.get("/metrics").is(200);
    }

    /** Two are booked, one is a duplicate, and four are dead letters: a conflict, two unreadable ones, one we fail on. */
    private static void publish() {
        var valid = callTo("0012");
        publish(List.of(
                valid,
                valid,
                callTo("0013"),
                valid.replace("7d1f0a52", "another").replace(CANARY + "0012", CANARY + "0014"),
                valid.replace("7d1f0a52", "malformed").replace("endedAt", "+86" + CANARY + "0015"),
                "call from +86" + CANARY + "0016",
                valid.replace("7d1f0a52", "poison").replace(CANARY + "0012", CANARY + "0017")));
        await().atMost(Duration.ofMinutes(1)).until(() -> operator.get("ingest/status").json().at("/received").asInt() == 7);
    }

    private static String callTo(String number) {
        return OUTBOUND.replaceFirst("\"callee\": *\"[^\"]+\"", "\"callee\": \"+86" + CANARY + number + "\"");
    }

    private static void publish(List<String> records) {
        var settings = Map.<String, Object>of("bootstrap.servers", RealParts.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var value : records) {
                var record = new ProducerRecord<>(server.usageTopic(), ACCOUNT, value);
                record.headers().add("traceparent", ("00-" + PUBLISHED_IN + "-b7ad6b7169203331-01").getBytes(UTF_8));
                var _ = producer.send(record);
            }
        }
    }

    @Test
    void theLogTellsWhatHappenedWithoutAnybodysNumber() {
        assertThat(text)
                .contains("PROCESSING_FAILED", "java.lang.IllegalStateException", "\tat ", "refused INSUFFICIENT_FUNDS")
                .doesNotContain(CANARY);
        assertThat(String.join("\n", json)).contains("PROCESSING_FAILED").doesNotContain(CANARY);
    }

    @Test
    void eachLineOfTheLogIsAnObjectThatNamesTheRequestOrTheRecord() {
        var lines = json.stream().map(JsonMapper.shared()::readTree).toList();

        assertThat(lines).allSatisfy(line -> assertThat(line.at("/@timestamp").asString()).isNotBlank());
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.at("/message").asString()).startsWith("refused INSUFFICIENT_FUNDS");
            assertThat(line.at("/trace/id").asString()).hasSize(32);
        });
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.at("/message").asString()).contains("PROCESSING_FAILED");
            assertThat(line.at("/kafka/partition").asString()).startsWith(server.usageTopic() + "-");
            assertThat(line.at("/kafka/offset").asString()).isEqualTo("6");
        });
    }

    @Test
    void aRequestIsAnsweredWithTheTraceItBelongsTo() {
        var traced = operator.request("accounts").header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

        assertThat(operator.send(traced.GET()).header("Trace-Id")).contains(TRACE);
        assertThat(operator.get("accounts").header("Trace-Id").orElseThrow()).matches("[0-9a-f]{32}");
    }

    @Test
    void spansReachTheCollectorFromTheRequestToTheDatabaseAndFromTheBatchToTheBooking() {
        var spans = collector.received();

        assertThat(spans).contains(
                "http put /api/v1/accounts/{accountId}", "RegisterAccount", "database transaction",
                "ingest batch", "DrawMinutes", server.usageTopic());
        assertThat(collector.mentionsOf(TRACE)).isGreaterThanOrEqualTo(3);
        assertThat(collector.mentionsOf(PUBLISHED_IN)).isPositive();
    }

    @Test
    void spansNameNoPersonAndNoAccount() {
        assertThat(collector.received()).doesNotContain(CANARY).doesNotContain(ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource({
        "minutebook_ingest_lag_records{partition=\"0\"}, 0",
        "minutebook_ingest_records_total{outcome=\"accepted\"}, 2",
        "minutebook_ingest_records_total{outcome=\"duplicate\"}, 1",
        "minutebook_ingest_records_total{outcome=\"conflict\"}, 1",
        "minutebook_ingest_records_total{outcome=\"dead_letter\"}, 3",
        "minutebook_ingest_partitions_paused{reason=\"OFFSETS_LOST\"}, 0",
        "minutebook_ingest_fenced_off_total, 0",
        "minutebook_ingest_batch_records_sum, 7",
        "minutebook_dead_letters_open{reason=\"ID_CONFLICT\"}, 1",
        "minutebook_dead_letters_open{reason=\"MALFORMED\"}, 2",
        "minutebook_dead_letters_open{reason=\"PROCESSING_FAILED\"}, 1",
        "minutebook_dead_letters_open{reason=\"UNKNOWN_ACCOUNT\"}, 0",
        "minutebook_projection_lag_events{projection=\"usage\"}, 0",
        "minutebook_projection_running{projection=\"bills\"}, 1",
        "minutebook_comparison_differing_accounts, 0",
        "minutebook_database_up, 1",
        "minutebook_kafka_up, 1",
        "minutebook_ready, 1",
        "minutebook_stream_broken, 0",
        "minutebook_clock_test, 0",
        "minutebook_refusals_total{code=\"INSUFFICIENT_FUNDS\"}, 1"
    })
    void theFiguresAreThoseOfTheTraffic(String series, long value) {
        await().atMost(Duration.ofMinutes(1)).until(() -> figures().get(series) != null
                && new BigDecimal(figures().get(series)).longValueExact() == value);
    }

    @Test
    void theRoomOnADiskIsThatOfItsFileSystem() throws IOException {
        var free = new BigDecimal(figures().get("minutebook_disk_free_bytes{folder=\"postgres\"}"));
        var store = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")));

        assertThat(free.longValue()).isPositive().isLessThanOrEqualTo(store.getTotalSpace());
    }

    @Test
    void everyMeterOfTheLedgerIsDescribed() {
        var undescribed = nobody.get("/metrics").body().lines()
                .filter(line -> line.startsWith("# HELP minutebook_") || line.startsWith("# HELP http_server_"))
                .filter(line -> line.strip().split(" ").length < 5)
                .filter(line -> !line.contains("_max "))
                .toList();

        assertThat(undescribed).isEmpty();
    }

    @Test
    void moreAccountsAndStrangeRequestsMakeNoMoreSeries() {
        ask(100, 103);
        var before = new TreeSet<>(figures().keySet());
        ask(103, 120);

        assertThat(figures().keySet()).allSatisfy(series -> assertThat(series).doesNotContain(ACCOUNT, CANARY));
        assertThat(requestSeries(figures().keySet())).isEqualTo(requestSeries(before));
    }

    private static void ask(int from, int until) {
        for (int i = from; i < until; i++) {
            operator.put("accounts/" + i, "{\"name\": \"Acme\", \"legalEntityId\": \"E-1\"}").is(201);
            operator.get("accounts/" + i).is(200);
            operator.get("nowhere/" + i).is(404);
            nobody.get("accounts/" + i).is(401);
            operator.send("STRANGE" + i, "accounts", "").response();
        }
    }

    private static Set<String> requestSeries(Set<String> series) {
        return series.stream().filter(name -> name.startsWith("http_server_requests_seconds_count"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({"OPERATOR, 200", "AUDITOR, 200", "FINANCE, 403", "PLATFORM, 403"})
    void metricsAreReadFromElsewhereByOperatorsAndAuditors(KeyRole role, int status) {
        var accounts = role == KeyRole.PLATFORM ? new AccountId[] {new AccountId(ACCOUNT)} : new AccountId[0];
        var caller = operator.with(server.bean(ApiKeys.class).create(role, accounts).secret());

        caller.send(caller.request("/metrics").header("X-Forwarded-For", "192.0.2.7").GET()).is(status);
    }

    @Test
    void metricsAreClosedToStrangersFromElsewhere() {
        nobody.send(nobody.request("/metrics").header("X-Forwarded-For", "192.0.2.7").GET())
                .isProblem(401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops/grafana/minutebook.json", "ops/prometheus/alerts.yml"})
    void dashboardAndAlertsUseOnlyMetricsThatAreServed(String file) throws IOException {
        var served = figures().keySet().stream().map(series -> series.replaceFirst("\\{.*", "")).toList();
        var used = METRIC.matcher(Files.readString(ROOT.resolve(file))).results()
                .map(match -> match.group()).distinct().toList();

        assertThat(used).hasSizeGreaterThan(8).allSatisfy(name -> assertThat(served).contains(name));
    }

    @Test
    void everyAlertIsExplainedAndEveryExplanationHasItsAlert() throws IOException {
        JsonNode rules = JsonMapper.shared().valueToTree(
                new Yaml().load(Files.readString(ROOT.resolve("ops/prometheus/alerts.yml"))));
        var alerts = rules.at("/groups/0/rules").valueStream().toList();
        var manual = Files.readString(ROOT.resolve("docs/operations.md"));
        var section = manual.substring(manual.indexOf("\n## Alerts\n") + 4).split("\n## ", -1)[0];
        var explained = Pattern.compile("(?m)^### (\\w+)$").matcher(section).results().map(it -> it.group(1)).toList();

        assertThat(alerts).hasSizeGreaterThan(8).allSatisfy(alert -> {
            assertThat(alert.at("/annotations/summary").asString()).isNotBlank();
            assertThat(alert.at("/annotations/runbook").asString())
                    .isEqualTo("docs/operations.md#" + alert.at("/alert").asString().toLowerCase(Locale.ROOT));
        });
        assertThat(explained).containsExactlyInAnyOrderElementsOf(
                alerts.stream().map(alert -> alert.at("/alert").asString()).toList());
    }

    /** Each series with its labels, and its value. */
    private static Map<String, String> figures() {
        return nobody.get("/metrics").is(200).body().lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')), line -> line.substring(line.lastIndexOf(' ') + 1)));
    }
}
