package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.Meter;
import io.minutebook.server.fixture.RealParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Usage of an account as every view of it shows it: two agents' calls of 7 and 3 minutes, one of them without a pack. */
class UsageReadsIT {

    private static final Caller operator = SharedServer.operator();
    private static final String CALLEE = "+8613812348000";
    private static String account = "";
    private static String date = "";
    private static String month = "";
    private static LocalDate day = LocalDate.EPOCH;

    @BeforeAll
    static void use() {
        account = operator.accountWith("10000.00");
        operator.post("accounts/" + account + "/orders", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .is(201);
        var afterPurchase = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        day = BusinessTime.dateOf(afterPurchase);
        date = day.toString();
        month = date.substring(0, 7);
        publish(call("agent-1", "OUTBOUND", "LANDLINE", afterPurchase, Duration.ofMinutes(7)));
        publish(call("agent-2", "INBOUND", "NUM400", afterPurchase, Duration.ofSeconds(121)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> read("usage?month=" + month).at("/rows").size() == 2);
    }

    @Test
    void statisticsSumItUpByDayAndMeter() {
        var statistics = read("usage-statistics?from=" + date + "&to=" + date);

        assertThat(statistics.at("/from").asString()).isEqualTo(date);
        assertThat(statistics.at("/days").toString()).isEqualTo("""
                [{"date":"%1$s","meter":"LANDLINE_OUTBOUND","calls":1,"talkSeconds":420.0,"billedMinutes":7},\
                {"date":"%1$s","meter":"TOLL_FREE_INBOUND","calls":1,"talkSeconds":121.0,"billedMinutes":3}]"""
                .formatted(date));
        assertThat(statistics.at("/activeAgents").asInt()).isEqualTo(2);
        assertThat(read("usage-statistics?from=" + date + "&to=" + date + "&applicationId=99").at("/days")).isEmpty();
    }

    @Test
    void thePanelSumsUpWhatWasUsedOfLateAndWhatIsLeft() {
        var panel = read("usage-panel?from=" + date + "&to=" + date);

        for (var range : List.of("today", "last7Days", "last30Days", "range")) {
            assertThat(sumsOf(panel, range)).as(range).containsExactly("LANDLINE_OUTBOUND 1 420.0 7", "TOLL_FREE_INBOUND 1 121.0 3");
            assertThat(panel.at("/" + range + "/activeAgents").asInt()).as(range).isEqualTo(2);
            assertThat(panel.at("/" + range + "/meters")).as(range).hasSize(Meter.values().length);
        }
        assertThat(sumsOf(panel, "yesterday")).isEmpty();
        assertThat(panel.at("/yesterday/activeAgents").asInt()).isZero();
        assertThat(panel.at("/today/from").asString()).isEqualTo(date);
        assertThat(panel.at("/yesterday/to")).isEqualTo(panel.at("/yesterday/from"));
        assertThat(panel.at("/last7Days/from").asString()).isEqualTo(day.minusDays(6).toString());
        assertThat(panel.at("/last30Days/from").asString()).isEqualTo(day.minusDays(29).toString());
        assertThat(panel.at("/month").toString()).isEqualTo("{\"month\":\"" + month + "\",\"activeAgents\":2}");
        assertThat(read("usage-panel").has("range")).isFalse();
    }

    private static List<String> sumsOf(JsonNode panel, String range) {
        return panel.at("/" + range + "/meters").valueStream()
                .filter(sums -> sums.at("/calls").asInt() > 0)
                .map(sums -> "%s %d %s %d".formatted(
                        sums.at("/meter").asString(), sums.at("/calls").asInt(), sums.at("/talkSeconds"),
                        sums.at("/billedMinutes").asInt()))
                .toList();
    }

    @Test
    void thePanelTotalsPacksByTheirName() {
        var packs = read("usage-panel").at("/packs");
        var listed = operator.get("accounts/" + account + "/packs").json().at("/0");

        assertThat(packs.at("/lapsed")).isEmpty();
        assertThat(packs.at("/active")).hasSize(1);
        assertThat(packs.at("/active/0/product").asString()).isEqualTo("landline-outbound-10000");
        assertThat(packs.at("/active/0/packs").asInt()).isOne();
        for (var field : List.of("granted", "drawn", "remaining", "expired", "refunded")) {
            assertThat(packs.at("/active/0/" + field)).isEqualTo(listed.at("/" + field));
        }
        assertThat(packs.at("/active/0/earliestLastDay")).isEqualTo(listed.at("/lastDay"));
        assertThat(packs.at("/active/0/latestLastDay")).isEqualTo(listed.at("/lastDay"));
    }

    @Test
    void thePanelOfAnotherApplicationHasThePacksThatAllShareAndNoUsage() {
        var panel = read("usage-panel?applicationId=99");

        assertThat(sumsOf(panel, "last30Days")).isEmpty();
        assertThat(panel.at("/month/activeAgents").asInt()).isZero();
        assertThat(panel.at("/packs/active")).hasSize(1);
    }

    @Test
    void theReconciliationAgrees() {
        var reconciliation = read("reconciliation?from=" + date + "&to=" + date);

        assertThat(reconciliation.at("/agrees").asBoolean()).isTrue();
        assertThat(reconciliation.at("/days/0/drawn").asInt()).isEqualTo(7);
        assertThat(reconciliation.at("/days/1/uncovered").asInt()).isEqualTo(3);
        assertThat(reconciliation.at("/days/1/packs/minutes").asInt()).isEqualTo(3);
    }

    @Test
    void theDetailedBillTellsWhatEachPackGaveAndWhatNoneDid() {
        var bill = read("bills/" + month + "?view=detail");
        var packs = operator.get("accounts/" + account + "/packs").json();

        assertThat(bill.at("/lines")).hasSize(3);
        assertThat(bill.at("/lines/1/component").asString()).isEqualTo("PACK_MINUTES");
        assertThat(bill.at("/lines/1/transactionType").asString()).isEqualTo("USAGE");
        assertThat(bill.at("/lines/1/amount").asString()).isEqualTo("0.00");
        assertThat(bill.at("/lines/1/measuredQuantity").asInt()).isEqualTo(7);
        assertThat(bill.at("/lines/1/remainingQuantity")).isEqualTo(packs.at("/0/remaining"));
        assertThat(bill.at("/lines/2/component").asString()).isEqualTo("UNCOVERED_MINUTES");
        assertThat(bill.at("/lines/2/measuredQuantity").asInt()).isEqualTo(3);
        assertThat(bill.at("/totals/amount").asString()).isEqualTo("1450.00");
        var file = operator.get("accounts/" + account + "/bills/" + month + ".csv?view=detail").is(200);
        assertThat(file.header("Content-Disposition").orElseThrow()).contains("-detail.csv");
        assertThat(file.body().lines()).hasSize(4);
    }

    @Test
    void eventsTellTheRecordTheyCameFromAndNoNumberInFull() {
        var events = operator.get("accounts/" + account + "/events").is(200);

        var drawn = events.json().at("/items").values().stream()
                .filter(event -> event.at("/type").asString().equals("packs.minutes-drawn"))
                .toList();
        assertThat(drawn).hasSize(2).allSatisfy(event -> {
            assertThat(event.at("/actor").asString()).isEqualTo("system:ingest");
            assertThat(event.at("/provenance/topic").asString()).isEqualTo(SharedServer.server().usageTopic());
            assertThat(event.at("/provenance/offset").isIntegralNumber()).isTrue();
            assertThat(event.at("/provenance/source").asString()).isEqualTo("/cdr/test");
            assertThat(event.at("/provenance/id")).isEqualTo(event.at("/payload/usage/record/id/id"));
        });
        assertThat(events.body()).contains("+86138****8000").doesNotContain(CALLEE);
    }

    @Test
    void eventsAreFoundByWhatTheySayAndWhenTheyWereRecorded() {
        var all = items("events");
        var pack = operator.get("accounts/" + account + "/packs").json().at("/0/packId").asString();
        var record = all.stream()
                .filter(event -> event.at("/type").asString().equals("packs.minutes-drawn"))
                .findFirst()
                .orElseThrow()
                .at("/provenance/id")
                .asString();

        assertThat(typesOf("events?type=packs")).isNotEmpty().allMatch(type -> type.startsWith("packs."));
        assertThat(typesOf("events?type=orders.order-placed")).containsExactly("orders.order-placed");
        assertThat(typesOf("events?actor=system:ingest")).containsOnly("packs.minutes-drawn");
        assertThat(typesOf("events?recordId=" + record)).containsExactly("packs.minutes-drawn");
        assertThat(typesOf("events?resourceId=" + pack)).contains("packs.pack-granted", "orders.order-placed");
        assertThat(items("events?month=" + month)).hasSameSizeAs(all);
        assertThat(items("events?month=2001-01")).isEmpty();
        var placed = items("events?type=orders").getFirst();
        var since = placed.at("/recordedAt").asString().replace("+", "%2B");
        assertThat(items("events?from=" + since).size() + items("events?to=" + since).size()).isEqualTo(all.size());
        assertThat(items("events?from=" + since)).contains(placed);
        assertThat(pages("events?type=packs&limit=1")).isEqualTo(items("events?type=packs"));
        assertThat(placed.at("/words/zh").asString()).contains("应付 1450.00 元");
    }

    @Test
    void eventsAsAFileAreThoseOfTheListOneInEachLine() {
        var file = operator.get("accounts/" + account + "/events.jsonl?type=packs").is(200);
        assertThat(file.header("Content-Type").orElseThrow()).startsWith("application/jsonl");
        assertThat(file.body().lines().map(line -> JsonMapper.shared().readTree(line)).toList())
                .isEqualTo(items("events?type=packs"));
    }

    @Test
    void aRecordThatTwoProducersSentIsExplainedBySource() {
        var ended = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var own = operator.accountWith("0.01");
        var record = call("agent-1", "OUTBOUND", "LANDLINE", ended, Duration.ofSeconds(61)).replace(account, own);
        publish(record);
        publish(record.replace("/cdr/test", "/cdr/other"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> operator.get("accounts/" + own + "/usage?month=" + ended.plus(Duration.ofHours(8)).toString().substring(0, 7))
                        .json().at("/rows").size() == 2);
        var id = JsonMapper.shared().readTree(record).at("/id").asString();

        operator.get("usage/" + id + "/explanation").isProblem(409, "SOURCE_NEEDED");
        var explained = operator.get("usage/" + id + "/explanation?source=/cdr/other").is(200);
        assertThat(explained.at("/figure/uncoveredMinutes")).isEqualTo("2");
        assertThat(explained.body()).contains("/cdr/other").doesNotContain(CALLEE);
        operator.get("usage/" + id + "/explanation?source=/cdr/none").isProblem(404, "UNKNOWN_RECORD");
    }

    private static List<String> typesOf(String path) {
        return items(path).stream().map(event -> event.at("/type").asString()).toList();
    }

    private static List<JsonNode> items(String path) {
        return read(path).at("/items").valueStream().toList();
    }

    private static List<JsonNode> pages(String path) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = read(path + next);
            page.at("/items").forEach(items::add);
            next = page.at("/next").isString() ? "&after=" + page.at("/next").asString() : "";
        } while (!next.isEmpty());
        return items;
    }

    private static JsonNode read(String path) {
        return operator.get("accounts/" + account + "/" + path).is(200).json();
    }

    private static String call(String agent, String direction, String numberType, Instant ended, Duration talk) {
        return """
            {"specversion":"1.0","id":"14:%1$s:main","source":"/cdr/test","type":"minutebook.call-leg.v1",
             "subject":"%2$s","time":"%3$s",
             "data":{"accountId":"%2$s","applicationId":14,"sessionId":"%1$s","legId":"main","legType":"MAIN",
               "network":"PSTN","direction":"%4$s","serviceNumber":"+862066660000","callee":"%8$s",
               "serviceNumberType":"%5$s","serviceNumberOwnership":"PLATFORM","startedAt":"%6$s",
               "answeredAt":"%6$s","endedAt":"%3$s","durationMs":%7$d,"disposition":"ANSWERED","agentId":"%9$s"}}"""
                .formatted(
                        UUID.randomUUID(), account, ended, direction, numberType, ended.minus(talk), talk.toMillis(),
                        CALLEE, agent);
    }

    private static void publish(String record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var value = record.getBytes(StandardCharsets.UTF_8);
            var _ = producer.send(new ProducerRecord<>(SharedServer.server().usageTopic(), null, value));
        }
    }
}
