package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.verify.VerifyCommand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The price guide's refunds, over HTTP and Kafka and by a test clock, and what bills, packs and funds tell of them. */
class RefundsIT {

    private static final String PACK = "2000000001";
    private static final String VOUCHER = "2000000002";
    private static final String NUMBER = "2000000003";
    private static final String SEATS = "2000000004";
    private static final String SISTER = "2000000005";
    private static final List<Integer> CALLS = List.of(1440, 1440, 1440, 1440, 1440, 1440, 1440, 1440, 825);
    private static final Map<String, JsonNode> bought = new HashMap<>();
    private static final Map<String, JsonNode> quotes = new HashMap<>();
    private static final Map<String, Reply> refunds = new HashMap<>();

    private static final LedgerServer server = LedgerServer.startAt(Instant.parse("2025-01-01T00:00:00Z"));
    private static final Caller operator = Caller.operatorOf(server);

    @BeforeAll
    static void liveThroughSixWeeks() {
        for (var account : List.of(PACK, VOUCHER, NUMBER, SEATS, SISTER)) {
            var entity = account.equals(SISTER) ? SEATS : account;
            operator.put("accounts/" + account, json("{'name': 'Acme', 'legalEntityId': 'E-" + entity + "'}")).is(201);
        }
        moveTo("2025-01-10T09:00:00");
        credit(PACK, "CASH", "4260.00");
        credit(VOUCHER, "CASH", "3000.00");
        credit(VOUCHER, "GIFT", "1000.00");
        operator.post("accounts/" + VOUCHER + "/vouchers", json("{'voucherId': 'V1', 'amount': '260.00'}")).is(201);
        for (var account : List.of(PACK, VOUCHER)) {
            buy(account, "{'product': 'landline-outbound-30000'}");
        }
        moveTo("2025-01-12T12:00:00");
        publish(Stream.of(PACK, VOUCHER).flatMap(RefundsIT::calls).toList());
        await().atMost(Duration.ofSeconds(60)).until(() ->
                operator.get("ingest/status").at("/accepted").equals(Integer.toString(2 * CALLS.size())));
        moveTo("2025-01-15T10:00:00");
        credit(NUMBER, "CASH", "300.00");
        buy(NUMBER, "{'product': 'number-landline', 'months': 6}");
        for (var account : List.of(SEATS, SISTER)) {
            credit(account, "CASH", "897.00");
            buy(account, "{'product': 'seats-advanced', 'term': 'MONTH', 'applicationId': 14}");
        }
        moveTo("2025-01-20T23:59:00"); // the clock ticks on
        refund(SEATS);
        refund(SISTER);
        moveTo("2025-02-10T09:00:00");
        for (var account : List.of(PACK, VOUCHER, NUMBER)) refund(account);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static <T> T of(Map<String, T> all, String account) {
        return Objects.requireNonNull(all.get(account));
    }

    private static void moveTo(String local) {
        var instant = OffsetDateTime.parse(local + "+08:00").toInstant();
        operator.put("clock", "{\"now\": \"" + instant + "\"}").is(200);
    }

    private static void credit(String account, String kind, String amount) {
        operator.post(
                        "accounts/" + account + "/funds",
                        json("{'kind': '" + kind + "', 'amount': '" + amount + "', 'reference': 'wire'}"))
                .is(201);
    }

    private static void buy(String account, String item) {
        var payment = account.equals(VOUCHER) ? ", 'payment': {'voucherIds': ['V1']}" : "";
        var order = operator.post("accounts/" + account + "/orders", json("{'items': [" + item + "]" + payment + "}"));
        bought.put(account, order.is(201).json());
    }

    private static void refund(String account) {
        var resource = of(bought, account).at("/lines/0/resourceId").asString();
        var quote = operator.post("accounts/" + account + "/refund-quotes", json("{'resourceId': '" + resource + "'}"))
                .is(200)
                .json();
        quotes.put(account, quote);
        var body = json("{'resourceId': '" + resource + "', 'quoteId': '" + quote.at("/quoteId").asString() + "'}");
        refunds.put(account, operator.post("accounts/" + account + "/refunds", "refund-1", body));
    }

    private static Stream<String> calls(String account) {
        return Stream.iterate(0, i -> i + 1).limit(CALLS.size()).map(i -> call(account, i, CALLS.get(i)));
    }

    private static String call(String account, int number, int minutes) {
        var answered = Instant.parse("2025-01-10T08:00:00Z");
        var ended = answered.plus(Duration.ofMinutes(minutes));
        return json("""
                {'specversion': '1.0', 'id': '14:s-%1$s-%2$d:main', 'source': '/cdr/test',
                 'type': 'minutebook.call-leg.v1', 'subject': '%1$s', 'time': '%4$s',
                 'data': {'accountId': '%1$s', 'applicationId': 14, 'sessionId': 's-%1$s-%2$d', 'legId': 'main',
                   'legType': 'MAIN', 'network': 'PSTN', 'direction': 'OUTBOUND',
                   'serviceNumber': '+862066660000', 'serviceNumberType': 'LANDLINE',
                   'serviceNumberOwnership': 'PLATFORM', 'caller': '+862066660000', 'callee': '+8613812348000',
                   'startedAt': '%3$s', 'answeredAt': '%3$s', 'endedAt': '%4$s', 'durationMs': %5$d,
                   'disposition': 'ANSWERED'}}"""
                .formatted(account, number, answered, ended, Duration.ofMinutes(minutes).toMillis()));
    }

    private static void publish(List<String> records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var record : records) {
                var value = record.getBytes(StandardCharsets.UTF_8);
                var _ = producer.send(new ProducerRecord<>(server.usageTopic(), 0, null, value));
            }
        }
    }

    @Test
    void aPackGivesBackWhatWasPaidLessTheMinutesDrawn() {
        var refund = of(refunds, PACK).is(201);
        assertThat(refund.at("/amount")).isEqualTo("2507.01");
        assertThat(refund.at("/consumed")).isEqualTo("1752.99");
        assertThat(refund.at("/formula")).isEqualTo("4260.00 - 12345 x 0.142 = 2507.01");
        assertThat(refund.at("/refundId")).isNotEmpty();
        for (var field : List.of("quoteId", "refundable", "amount", "consumed", "formula", "split")) {
            assertThat(refund.json().at("/" + field)).isEqualTo(of(quotes, PACK).at("/" + field));
        }
        assertThat(operator.get("accounts/" + PACK).at("/funds/cash")).isEqualTo("2507.01");
    }

    @Test
    void vouchersDoNotComeBackAndTheRestGoesWhereItCameFrom() {
        var refund = of(refunds, VOUCHER).is(201);
        assertThat(refund.at("/amount")).isEqualTo("2247.01");
        assertThat(refund.at("/split/cash")).isEqualTo("1685.26");
        assertThat(refund.at("/split/gift")).isEqualTo("561.75");
        var funds = operator.get("accounts/" + VOUCHER).json().at("/funds");
        assertThat(funds.at("/cash").asString()).isEqualTo("1685.26");
        assertThat(funds.at("/gift").asString()).isEqualTo("561.75");
        assertThat(funds.at("/vouchers")).isEmpty();
    }

    @Test
    void rentGivesBackTheDaysThatAreNotBegun() {
        assertThat(of(refunds, NUMBER).is(201).at("/amount")).isEqualTo("256.91");
        assertThat(of(quotes, NUMBER).at("/validUntil").asString()).startsWith("2025-02-10T10:00:0");
    }

    @Test
    void seatsGiveAllBackThroughTheFifthDayOncePerLegalEntity() {
        assertThat(of(refunds, SEATS).is(201).at("/amount")).isEqualTo("897.00");
        assertThat(of(quotes, SEATS).at("/validUntil").asString()).isEqualTo("2025-01-21T00:00:00.000+08:00");
        assertThat(of(quotes, SISTER).at("/refundable").asBoolean(true)).isFalse();
        assertThat(of(quotes, SISTER).at("/code").asString()).isEqualTo("FULL_REFUND_USED");
        of(refunds, SISTER).isProblem(422, "FULL_REFUND_USED");
    }

    @Test
    void whatWasGivenBackHasEnded() {
        var pack = operator.get("accounts/" + PACK + "/packs").json().get(0);
        assertThat(pack.at("/state").asString()).isEqualTo("REFUNDED");
        assertThat(pack.at("/drawn").asLong()).isEqualTo(12_345);
        assertThat(pack.at("/refunded").asLong()).isEqualTo(17_655);
        assertThat(pack.at("/remaining").asLong()).isZero();
        assertThat(operator.get("accounts/" + PACK + "/packs?state=active").json()).isEmpty();
        for (var account : List.of(PACK, NUMBER, SEATS)) {
            assertThat(operator.get("accounts/" + account + "/resources").at("/items/0/state")).isEqualTo("REFUNDED");
        }
        assertThat(operator.get("accounts/" + SISTER + "/resources").at("/items/0/state")).isEqualTo("ACTIVE");
    }

    @Test
    void aRefundIsANegativeLineOfTheMonthInWhichItWasGranted() {
        var january = operator.get("accounts/" + VOUCHER + "/bills/2025-01?view=detail").is(200).json();
        assertThat(january.at("/totals/amount").asString()).isEqualTo("4260.00");
        assertThat(january.at("/lines").values()).anySatisfy(line -> {
            assertThat(line.at("/transactionType").asString()).isEqualTo("USAGE");
            assertThat(line.at("/remainingQuantity").asLong()).isEqualTo(17_655);
        });
        var bill = operator.get("accounts/" + VOUCHER + "/bills/2025-02").is(200).json();
        assertThat(bill.at("/lines")).hasSize(1);
        var line = bill.at("/lines/0");
        var expected = Map.ofEntries(
                Map.entry("family", "CALL"),
                Map.entry("product", "landline-outbound-30000"),
                Map.entry("subProduct", "LANDLINE_OUTBOUND"),
                Map.entry("transactionType", "REFUND"),
                Map.entry("resourceId", of(bought, VOUCHER).at("/lines/0/resourceId").asString()),
                Map.entry("orderId", of(bought, VOUCHER).at("/orderId").asString()),
                Map.entry("amount", "-2247.01"),
                Map.entry("listPrice", "-2247.01"),
                Map.entry("discount", "0.00"),
                Map.entry("voucher", "0.00"),
                Map.entry("gift", "-561.75"),
                Map.entry("revenueShare", "0.00"),
                Map.entry("cash", "-1685.26"));
        expected.forEach((field, value) -> assertThat(line.at("/" + field).asString()).as(field).isEqualTo(value));
        assertThat(bill.at("/totals/amount").asString()).isEqualTo("-2247.01");
        assertThat(operator.get("accounts/" + VOUCHER + "/bills/2025-02.csv").is(200).body())
                .contains("REFUND", "-2247.01");
    }

    @Test
    void aRefundMovesTheFunds() {
        var movements = operator.get("accounts/" + VOUCHER + "/funds/movements?month=2025-02").is(200).json();
        assertThat(movements.at("/items").values())
                .extracting(movement -> movement.at("/kind").asString() + " " + movement.at("/amount").asString() + " "
                        + movement.at("/reason").asString())
                .containsExactly("GIFT 561.75 REFUNDED", "CASH 1685.26 REFUNDED");
        assertThat(movements.at("/items/0/refundId").asString()).isEqualTo(of(refunds, VOUCHER).at("/refundId"));
        assertThat(movements.at("/closing/cash").asString()).isEqualTo("1685.26");
    }

    @Test
    void refundsAreListedAsTheyWereAnswered() {
        for (var account : List.of(PACK, VOUCHER, NUMBER, SEATS)) {
            var listed = operator.get("accounts/" + account + "/refunds").is(200).json().at("/items");
            assertThat(listed).hasSize(1);
            assertThat(listed.get(0)).isEqualTo(of(refunds, account).json());
        }
        var types = operator.get("accounts/" + PACK + "/events?limit=1000").json().at("/items").valueStream()
                .map(event -> event.at("/type").asString())
                .toList();
        assertThat(types).contains("refunds.refund-granted", "account.funds-returned", "packs.pack-refunded");
    }

    @Test
    void whatIsGivenBackCannotBeGivenBackAgain() {
        var resource = of(bought, PACK).at("/lines/0/resourceId").asString();
        operator.post("accounts/" + PACK + "/refunds", json("{'resourceId': '" + resource + "'}"))
                .isProblem(409, "ALREADY_REFUNDED");
        var quote = operator.post("accounts/" + PACK + "/refund-quotes", json("{'resourceId': '" + resource + "'}"));
        assertThat(quote.is(200).at("/code")).isEqualTo("ALREADY_REFUNDED");
    }

    @Test
    void theLedgerIsWholeAndEachRefundIsWorkedOutAgain() {
        assertThat(new CommandLine(new VerifyCommand()).execute("--database-url", server.databaseUrl())).isZero();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
