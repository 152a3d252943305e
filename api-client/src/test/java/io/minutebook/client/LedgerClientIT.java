package io.minutebook.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.minutebook.client.api.AccountsApi;
import io.minutebook.client.api.BillsApi;
import io.minutebook.client.api.IngestApi;
import io.minutebook.client.api.OrdersApi;
import io.minutebook.client.api.PacksApi;
import io.minutebook.client.api.RecordsApi;
import io.minutebook.client.api.UsageApi;
import io.minutebook.client.model.CreditFundsRequest;
import io.minutebook.client.model.DeadLetterState;
import io.minutebook.client.model.ForecastOutcome;
import io.minutebook.client.model.FundsKind;
import io.minutebook.client.model.Meter;
import io.minutebook.client.model.Order;
import io.minutebook.client.model.OrderRequest;
import io.minutebook.client.model.OrderRequestItem;
import io.minutebook.client.model.Problem;
import io.minutebook.client.model.RecordRefusal;
import io.minutebook.client.model.RegisterAccountRequest;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** One customer's first day, lived through the generated client alone. */
class LedgerClientIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCOUNT = "1400000001";
    private static final String LATECOMER = "1400000002";

    private static final LedgerServer server = LedgerServer.start();
    private static final ApiClient client = Ledger.at(server.url(), server.operatorKey());
    private static final AccountsApi accounts = new AccountsApi(client);
    private static final OrdersApi orders = new OrdersApi(client);
    private static final IngestApi ingest = new IngestApi(client);

    @BeforeAll
    static void openAnAccountWithFunds() throws ApiException {
        register(ACCOUNT);
        accounts.creditFunds(ACCOUNT, "transfer-1", cash("10000.00"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aCallIsPaidByThePackThatWasBought() throws ApiException {
        var request = packOf("landline-outbound-10000");
        var quote = orders.quoteOrder(ACCOUNT, request);
        var order = orders.placeOrder(ACCOUNT, "order-1", request);
        assertThat(order.getPayable()).isEqualTo(quote.getPayable());

        var ended = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        var call = call(ACCOUNT, ended);
        var forecast = new RecordsApi(client).validateRecord(JsonMapper.shared().readValue(call, Map.class));
        assertThat(forecast.getOutcome()).isEqualTo(ForecastOutcome.ACCEPTED);
        assertThat(forecast.getBilledMinutes()).isEqualTo(7);

        publish(call);
        await().atMost(PATIENCE).until(() -> drawn(order) == 7);

        var month = YearMonth.from(ended.atZone(ZoneId.of("Asia/Shanghai"))).toString();
        var usage = new UsageApi(client).listUsage(
                ACCOUNT, month, Meter.LANDLINE_OUTBOUND, null, null, null, null, null, 10);
        assertThat(usage.getRows()).singleElement().satisfies(row -> {
            assertThat(row.getDrawnMinutes()).isEqualTo(7);
            assertThat(row.getPackDraws().getFirst().getPackId()).isEqualTo(packOf(order));
            assertThat(row.getLateFromMonth()).isNull();
            assertThat(row.getEndedAt().toInstant()).isEqualTo(ended);
        });
        var bills = new BillsApi(client);
        assertThat(bills.getBill(ACCOUNT, month, "resource", null, null, null).getLines()).anySatisfy(line -> {
            assertThat(line.getResourceId()).isEqualTo(packOf(order));
            assertThat(line.getAmount()).isEqualTo(order.getPayable());
        });
        assertThat(bills.downloadBill(ACCOUNT, month, "resource", null)).content().contains(order.getOrderId());
    }

    @Test
    void aRecordThatCameTooEarlyIsTriedAgain() throws ApiException {
        publish(call(LATECOMER, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        await().atMost(PATIENCE).until(() -> !openLetters().isEmpty());
        var id = Long.valueOf(openLetters().getFirst());
        assertThat(ingest.getDeadLetter(id).getValue()).isNotBlank();
        assertThat(ingest.retryDeadLetter(id).getState()).isEqualTo(DeadLetterState.OPEN);

        register(LATECOMER);
        await().atMost(PATIENCE).until(() -> openLetters().isEmpty());
        assertThat(ingest.getDeadLetter(id).getState()).isEqualTo(DeadLetterState.RESOLVED);
    }

    @Test
    void anOrderThatIsRepeatedIsPlacedOnce() throws ApiException {
        var request = packOf("toll-free-inbound-10000");
        var first = orders.placeOrderWithHttpInfo(ACCOUNT, "order-2", request);
        var second = orders.placeOrderWithHttpInfo(ACCOUNT, "order-2", request);
        assertThat(second.getData()).isEqualTo(first.getData());
        assertThat(first.getHeaders()).doesNotContainKey("idempotent-replay");
        assertThat(second.getHeaders()).containsEntry("idempotent-replay", List.of("true"));
    }

    @Test
    void aRefusalIsAProblemWithItsCode() {
        var tooSmall = packOf("landline-outbound-custom");
        tooSmall.getItems().getFirst().minutes(1L);
        var refusal = catchThrowableOfType(
                ApiException.class, () -> orders.placeOrder(ACCOUNT, "order-3", tooSmall));
        assertThat(refusal.getCode()).isEqualTo(422);
        assertThat(Ledger.problemOf(refusal)).map(Problem::getCode).contains("BELOW_MINIMUM");
    }

    private static void register(String account) throws ApiException {
        accounts.registerAccount(account, new RegisterAccountRequest().name("Acme").legalEntityId("E-1"));
    }

    private static CreditFundsRequest cash(String amount) {
        return new CreditFundsRequest().kind(FundsKind.CASH).amount(new BigDecimal(amount)).reference("transfer 1");
    }

    private static OrderRequest packOf(String product) {
        return new OrderRequest().addItemsItem(new OrderRequestItem().product(product));
    }

    private static String packOf(Order order) {
        return order.getLines().getFirst().getResourceId();
    }

    private static long drawn(Order order) throws ApiException {
        return new PacksApi(client).listPacks(ACCOUNT, null, null, null).stream()
                .filter(pack -> pack.getPackId().equals(packOf(order)))
                .mapToLong(pack -> pack.getDrawn())
                .sum();
    }

    private static List<String> openLetters() throws ApiException {
        return ingest.listDeadLetters(RecordRefusal.UNKNOWN_ACCOUNT, DeadLetterState.OPEN, LATECOMER, null, 10)
                .getItems().stream()
                .map(letter -> letter.getId())
                .toList();
    }

    private static String call(String account, Instant ended) {
        var session = UUID.randomUUID().toString();
        return """
            {"specversion":"1.0","id":"14:%1$s:main","source":"/cdr/test","type":"minutebook.call-leg.v1",
             "subject":"%2$s","time":"%3$s",
             "data":{"accountId":"%2$s","applicationId":14,"sessionId":"%1$s","legId":"main","legType":"MAIN",
               "network":"PSTN","direction":"OUTBOUND","serviceNumber":"+862066660000",
               "serviceNumberType":"LANDLINE","serviceNumberOwnership":"PLATFORM","startedAt":"%4$s",
               "answeredAt":"%4$s","endedAt":"%3$s","durationMs":390000,"disposition":"ANSWERED"}}"""
                .formatted(session, account, ended, ended.minusSeconds(390));
    }

    private static void publish(String record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var _ = producer.send(new ProducerRecord<>(server.usageTopic(), null, record.getBytes(UTF_8)));
        }
    }
}
