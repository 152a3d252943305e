package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.BusinessTime;
import io.minutebook.server.fixture.RealParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Usage of an account as every view of it shows it: two agents' calls of 7 and 3 minutes, one of them without a pack. */
class UsageReadsIT {

    private static final Caller operator = SharedServer.operator();
    private static final String CALLEE = "+8613812348000";
    private static String account = "";
    private static String date = "";
    private static String month = "";

    @BeforeAll
    static void use() {
        account = operator.accountWith("10000.00");
        operator.post("accounts/" + account + "/orders", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .is(201);
        var afterPurchase = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        date = BusinessTime.dateOf(afterPurchase).toString();
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
