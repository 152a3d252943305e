package io.minutebook.server.api;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.billing.AccountId;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One customer's month, in the course of which every operation of the API answers in each of its ways. */
final class ApiTour {

    /** When the first price is in force, but for some hours. */
    static final Instant BEGIN = Instant.parse("2019-12-30T16:00:00Z");

    private static final String ACCOUNT = "1400000001";
    private static final String OF_ACCOUNT = "accounts/" + ACCOUNT + "/";
    private static final String ORDER = "{'items': [{'product': 'landline-outbound-10000', 'quantity': 1},"
            + " {'product': 'audio-custom', 'minutes': 10000}], 'payment': {'voucherIds': ['V-2025-1']}}";
    private static final String SEATS_OF_14 = "{'product': 'seats-standard', 'term': 'MONTH', 'applicationId': 14";
    private static final String SUBSCRIPTIONS = "{'items': ["
            + SEATS_OF_14 + "},"
            + " {'product': 'extra-seat-standard', 'quantity': 2, 'applicationId': 14},"
            + " {'product': 'number-landline', 'months': 1},"
            + " {'product': 'chat-standard', 'months': 4, 'region': 'DOMESTIC', 'applicationId': 14}]}";
    private static final Map<String, String> WRONG_PLANS = Map.of(
            "TERM_INVALID", "'product': 'seats-standard'",
            "PLAN_REQUIRED", "'product': 'extra-seat-standard'",
            "EDITION_MISMATCH", "'product': 'extra-seat-advanced'}, " + SEATS_OF_14,
            "TERM_DIFFERS_FROM_PLAN", "'product': 'extra-seat-standard', 'term': 'YEAR'}, " + SEATS_OF_14);
    private static final List<String> WRONG_ITEMS = List.of(
            "'product': 'moon'",
            "'product': 'landline-outbound-10000', 'quantity': 0",
            "'product': 'landline-outbound-custom', 'minutes': 1000",
            "'product': 'landline-outbound-custom', 'minutes': 2000000000",
            "'product': 'landline-outbound-custom', 'minutes': 5001");
    private static final Map<String, String> WRONG_ADDRESSES = Map.of(
            "WEBHOOK_URL_INVALID", "localhost",
            "WEBHOOK_NOT_HTTPS", "http://localhost/alerts",
            "WEBHOOK_HOST_UNKNOWN", "https://alerts.invalid/",
            "WEBHOOK_ADDRESS_FORBIDDEN", "https://10.0.0.1/");
    private static final List<String> WRONG_PAYMENTS =
            List.of(
                    "'voucherIds': ['V-2019-9']", "'voucherIds': ['V-2024-1']", "'voucherIds': ['V-2025-2']",
                    "'cash': '1000000.00'");

    private final LedgerServer server;
    private final Caller operator;
    private final Conversation talk;
    private final ReturnsTour returns;

    ApiTour(LedgerServer server) {
        this.server = server;
        this.operator = Caller.operatorOf(server);
        this.talk = new Conversation(operator);
        this.returns = new ReturnsTour(operator, colleague(), talk);
    }

    /** Whoever approves what the operator corrects. */
    private Caller colleague() {
        return operator.with(server.bean(ApiKeys.class).create(KeyRole.OPERATOR).secret());
    }

    List<Exchange> take() {
        register();
        tryOut();
        moveTheClock("2025-01-06T09:00:00.000+08:00");
        pay();
        subscribe();
        tendResources();
        agree();
        order();
        returns.giveBack();
        moveTheClock("2025-01-20T12:00:00.000+08:00");
        hear(OF_ACCOUNT);
        hear("");
        use();
        returns.lookBack();
        look();
        closeMonths();
        tendWebhooks(OF_ACCOUNT);
        tendWebhooks("");
        tendDeadLetters();
        tendPartitions();
        askAClocklessLedger();
        return talk.exchanges();
    }

    private void register() {
        var acme = json("{'name': 'Acme Trading', 'legalEntityId': '91440300MA5EXAMPLE'}");
        talk.put("accounts/" + ACCOUNT, acme).is(201);
        talk.put("accounts/" + ACCOUNT, acme.replace("Trading", "Trading Ltd")).is(200);
        for (var path : List.of("quotes", "orders")) {
            talk.post(OF_ACCOUNT + path, json(ORDER)).isProblem(422, "PRODUCT_NOT_ON_SALE");
        }
    }

    private void tryOut() {
        var seats = json("{'applicationId': 14, 'kind': 'SEATS'}");
        talk.send("POST", OF_ACCOUNT + "trials", null, seats).isProblem(422, "PRODUCT_NOT_ON_SALE");
        for (var day : List.of("2024-12-10", "2024-12-20")) {
            operator.put("clock", json("{'now': '" + day + "T09:00:00.000+08:00'}")).is(200);
            talk.send("POST", OF_ACCOUNT + "trials", null, seats).is(201);
            if (day.equals("2024-12-20")) returns.buyEarly();
            talk.send("POST", OF_ACCOUNT + "trials", null, seats).isProblem(422, "TRIAL_RUNNING");
        }
        operator.put("clock", json("{'now': '2025-01-03T09:00:00.000+08:00'}")).is(200);
        talk.send("POST", OF_ACCOUNT + "trials", null, seats).isProblem(422, "TRIAL_USED_UP");
    }

    private void moveTheClock(String to) {
        talk.get("clock").is(200);
        talk.put("clock", json("{'now': '" + to + "'}")).is(200);
        talk.put("clock", json("{'now': '2019-12-31T00:00:00.000+08:00'}")).isProblem(409, "CLOCK_BACKWARDS");
    }

    private void pay() {
        var transfer = "{'kind': 'CASH', 'amount': '10000.00', 'reference': 'bank transfer 20250106-17'}";
        talk.post(OF_ACCOUNT + "funds", "transfer-17", json(transfer)).is(201);
        talk.post(OF_ACCOUNT + "funds", "transfer-17", json(transfer)).is(201);
        talk.post(OF_ACCOUNT + "funds", "transfer-17", json(transfer.replace("10000", "20000")))
                .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        talk.post(OF_ACCOUNT + "funds", json(transfer.replace("10000", "999999999999999")))
                .isProblem(422, "FUNDS_ABOVE_MAXIMUM");
        var voucher = "{'voucherId': 'V-2025-1', 'amount': '100.00', 'validUntil': '2026-01-01T00:00:00.000+08:00'}";
        talk.post(OF_ACCOUNT + "vouchers", "voucher-1", json(voucher)).is(201);
        talk.post(OF_ACCOUNT + "vouchers", "voucher-1", json(voucher.replace("100.00", "50.00")))
                .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        talk.post(OF_ACCOUNT + "vouchers", json(voucher)).isProblem(409, "VOUCHER_EXISTS");
        talk.post(OF_ACCOUNT + "vouchers", json(voucher.replace("V-2025", "V-2024").replace("2026", "2025"))).is(201);
    }

    private void subscribe() {
        for (var path : List.of("quotes", "orders")) {
            talk.post(OF_ACCOUNT + path, json(ORDER)).isProblem(422, "PRECONDITION_UNMET");
            for (var wrong : WRONG_PLANS.entrySet()) {
                var order = json("{'items': [{'applicationId': 14, " + wrong.getValue() + "}]}");
                talk.post(OF_ACCOUNT + path, order).isProblem(422, wrong.getKey());
            }
        }
        talk.post(OF_ACCOUNT + "orders", "order-2025-16", json(SUBSCRIPTIONS)).is(201);
    }

    private void tendResources() {
        var lines = operator.get(OF_ACCOUNT + "orders").json().at("/items/0/lines");
        var plan = resource(lines.at("/0/resourceId").asString());
        var addOn = resource(lines.at("/1/resourceId").asString());
        var number = resource(lines.at("/2/resourceId").asString());
        var chat = resource(lines.at("/3/resourceId").asString());
        talk.get(OF_ACCOUNT + "resources").is(200);
        talk.send("PATCH", number, null, json("{'autoRenew': true}")).is(200);
        renew(number, addOn, chat);
        upgrade(plan, addOn, chat);
        talk.send("PATCH", plan, null, json("{'autoRenew': true}")).isProblem(422, "NOT_A_NUMBER");
        talk.send("POST", plan + "/deregistration", null, null).isProblem(422, "NOT_A_NUMBER");
        talk.send("POST", number + "/deregistration", null, null).is(200);
        for (var gone : Map.of(number, "409 RESOURCE_NOT_ACTIVE", resource("R404404"), "404 UNKNOWN_RESOURCE")
                .entrySet()) {
            int status = Integer.parseInt(gone.getValue().substring(0, 3));
            var code = gone.getValue().substring(4);
            talk.send("POST", gone.getKey() + "/deregistration", null, null).isProblem(status, code);
            talk.send("PATCH", gone.getKey(), null, json("{'autoRenew': true}")).isProblem(status, code);
            talk.post(gone.getKey() + "/renewals", "{}").isProblem(status, code);
            talk.post(gone.getKey() + "/upgrade", json("{'product': 'seats-advanced'}")).isProblem(status, code);
        }
    }

    private static String resource(String id) {
        return OF_ACCOUNT + "resources/" + id;
    }

    private void renew(String number, String addOn, String chat) {
        var quarter = json("{'periods': 3}");
        talk.post(number + "/renewals", "renewal-2025-4", quarter).is(201);
        talk.post(number + "/renewals", "renewal-2025-4", "{}").isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        talk.post(number + "/renewals", json("{'periods': 99}")).isProblem(422, "TERM_INVALID");
        talk.post(addOn + "/renewals", quarter).isProblem(422, "NOT_RENEWABLE");
        talk.post(chat + "/renewals", json("{'periods': 36}")).isProblem(422, "INSUFFICIENT_FUNDS");
    }

    private void upgrade(String plan, String addOn, String chat) {
        var advanced = json("{'product': 'seats-advanced'}");
        talk.post(plan + "/upgrade", "upgrade-2025-2", advanced).is(201);
        talk.post(plan + "/upgrade", "upgrade-2025-2", advanced.replace("seats", "chat"))
                .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        talk.post(plan + "/upgrade", advanced.replace("seats-advanced", "moon")).isProblem(422, "UNKNOWN_PRODUCT");
        talk.post(addOn + "/upgrade", advanced).isProblem(422, "NOT_UPGRADABLE");
        talk.post(chat + "/upgrade", advanced.replace("seats", "chat")).isProblem(422, "INSUFFICIENT_FUNDS");
    }

    private void agree() {
        var price = json("{'kind': 'RATE', 'value': '0.8', 'from': '2025-01-01', 'until': '2025-07-01T00:00:00.000+08:00',"
                + " 'reason': 'contract 2025-7', 'refundable': false}");
        var promotion = json("{'products': ['audio-custom', 'realtime-asr-custom'], 'kind': 'AMOUNT', 'value': '0.02',"
                + " 'from': '2025-01-01', 'until': '2025-02-01', 'reason': 'new year', 'refundable': true}");
        talk.put(OF_ACCOUNT + "prices/landline-outbound-10000", price).is(200);
        talk.put(OF_ACCOUNT + "prices/moon", price).isProblem(422, "UNKNOWN_PRODUCT");
        talk.put("promotions/new-year", promotion).is(200);
        talk.put("promotions/moon-cake", promotion.replace("audio-custom", "moon")).isProblem(422, "UNKNOWN_PRODUCT");
        talk.get(OF_ACCOUNT + "prices/landline-outbound-10000").is(200);
        talk.get(OF_ACCOUNT + "prices/moon").isProblem(422, "UNKNOWN_PRODUCT");
        talk.get(OF_ACCOUNT + "prices/audio-custom?at=2019-12-31T00:00:00%2B08:00")
                .isProblem(422, "PRODUCT_NOT_ON_SALE");
        var voucher = "{'voucherId': 'V-2025-2', 'amount': '50.00', 'minimumSpend': '1000.00',"
                + " 'products': ['seats-standard', 'seats-advanced']}";
        talk.post(OF_ACCOUNT + "vouchers", json(voucher)).is(201);
    }

    private void order() {
        talk.post(OF_ACCOUNT + "quotes", json(ORDER)).is(200);
        talk.post(OF_ACCOUNT + "orders", "order-2025-17", json(ORDER)).is(201);
        talk.post(OF_ACCOUNT + "orders", "order-2025-17", json(ORDER.replace("10000}", "20000}")))
                .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        for (var item : WRONG_ITEMS) {
            talk.post(OF_ACCOUNT + "quotes", json("{'items': [{" + item + "}]}")).is(422);
            talk.post(OF_ACCOUNT + "orders", json("{'items': [{" + item + "}]}")).is(422);
        }
        for (var payment : WRONG_PAYMENTS) {
            var order = "{'items': [{'product': 'landline-outbound-10000'}], 'payment': {" + payment + "}}";
            talk.post(OF_ACCOUNT + "orders", json(order)).is(422);
        }
        talk.post(OF_ACCOUNT + "orders", json("{'items': [{'product': 'landline-outbound-50000', 'quantity': 9}]}"))
                .isProblem(422, "INSUFFICIENT_FUNDS");
        talk.put("accounts/" + ACCOUNT, json("{'name': 'Acme', 'legalEntityId': '91440300MA5ANOTHER'}"))
                .isProblem(409, "LEGAL_ENTITY_FIXED");
    }

    private void use() {
        var call = call(ACCOUNT, "7d1f0a52", "");
        talk.send("POST", "records/validate", null, call, "application/cloudevents+json").is(200);
        publish(call);
        publish(call(ACCOUNT, "7d1f0a53", "").replace("2025-01-20T10:0", "2025-01-20T11:1"));
        publish(call(ACCOUNT, "7d1f0a52", "").replace("/cdr/ap-guangzhou", "/cdr/ap-shanghai"));
        publish(call("1400000099", "7d1f0a60", ""));
        publish(call(ACCOUNT, "7d1f0a54", ":r1").replace("legId", "leg"));
        publish(call(ACCOUNT, "7d1f0a55", ":r1"));
        await().atMost(Duration.ofSeconds(60)).until(() -> operator.get("ingest/status").at("/accepted").equals("3")
                && operator.get("ingest/status").at("/deadLettered").equals("3"));
    }

    private void look() {
        talk.get("accounts").is(200);
        talk.get("accounts/" + ACCOUNT).is(200);
        talk.get("prohibited-business").is(200);
        talk.get("catalogue?at=2025-01-20T12:00:00%2B08:00").is(200);
        talk.get(OF_ACCOUNT + "orders?limit=1").is(200);
        talk.get(OF_ACCOUNT + "prices").is(200);
        talk.get("promotions").is(200);
        talk.get(OF_ACCOUNT + "vouchers").is(200);
        talk.get(OF_ACCOUNT + "packs?state=active").is(200);
        talk.get(OF_ACCOUNT + "alerts").is(200);
        talk.get(OF_ACCOUNT + "usage?month=2025-01").is(200);
        for (var usage : List.of(OF_ACCOUNT + "usage/2025-01", "usage/2025-01")) {
            for (var ending : List.of(".csv", ".xlsx", ".jsonl.gz")) talk.get(usage + ending).is(200);
        }
        talk.get(OF_ACCOUNT + "bills/2025-01?view=detail").is(200);
        talk.get(OF_ACCOUNT + "bills/2025-01").is(200);
        for (var ending : List.of(".csv", ".xlsx", ".pdf")) talk.get(OF_ACCOUNT + "bills/2025-01" + ending).is(200);
        for (var ending : List.of(".csv", ".xlsx")) talk.get("bills/2025-01" + ending).is(200);
        talk.get(OF_ACCOUNT + "bills/2025-02").is(200);
        talk.get(OF_ACCOUNT + "funds/movements?month=2025-01").is(200);
        talk.get("journal?month=2025-01&accountId=" + ACCOUNT).is(200);
        talk.get("journal.csv?month=2025-01&accountId=" + ACCOUNT).is(200);
        talk.get("journal.journal?month=2025-01&accountId=" + ACCOUNT).is(200);
        talk.get("journal/trial-balance?month=2025-01").is(200);
        talk.get(OF_ACCOUNT + "usage-statistics?from=2025-01-01&to=2025-01-31").is(200);
        talk.get(OF_ACCOUNT + "usage-panel?from=2025-01-01&to=2025-01-31").is(200);
        talk.get("applications/14/entitlements/E-013").is(200);
        talk.get("applications/14/entitlements/moon").isProblem(404, "UNKNOWN_ENTITLEMENT");
        talk.get("applications/14/entitlements?limit=3").is(200);
        talk.get(OF_ACCOUNT + "reconciliation?from=2025-01-01&to=2025-01-31").is(200);
        talk.get(OF_ACCOUNT + "events?limit=3").is(200);
        talk.get(OF_ACCOUNT + "events").is(200);
        talk.get(OF_ACCOUNT + "events.jsonl?type=packs").is(200);
        explain();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !operator.get("looks?accountId=" + ACCOUNT).json().at("/items").isEmpty());
        talk.get("looks?accountId=" + ACCOUNT + "&limit=3").is(200);
        talk.get("ingest/status").is(200);
        talk.get("projections").is(200);
        talk.get("projections/packs").is(200);
        talk.get("projections/moon").isProblem(404, "UNKNOWN_PROJECTION");
        talk.post("projections/comparisons?accountId=" + ACCOUNT, "").is(202);
        talk.post("projections/comparisons?accounts=1000&seed=7", "").is(202);
        talk.post("projections/comparisons?accountId=404404", "").isProblem(404, "UNKNOWN_ACCOUNT");
        await().atMost(Duration.ofSeconds(60)).until(() ->
                operator.get("projections/comparisons?limit=1").at("/0/state").equals("DONE"));
        var compared = talk.get("projections/comparisons?limit=1").is(200);
        if (!compared.json().at("/0/findings").isEmpty()) throw new AssertionError(compared.body());
        talk.post("projections/packs/replay", "").is(202);
        talk.post("projections/moon/replay", "").isProblem(404, "UNKNOWN_PROJECTION");
        for (var folder : Map.of("schemas", "call-leg.v1", "samples", "call-outbound").entrySet()) {
            talk.get("/api/" + folder.getKey() + "/" + folder.getValue() + ".json").is(200);
            talk.get("/api/" + folder.getKey() + "/moon.json").isProblem(404, "NOT_FOUND");
        }
    }

    private void closeMonths() {
        talk.send("POST", "months/2025-01/close", null, null).isProblem(409, "MONTH_NOT_OVER");
        talk.send("POST", "months/2024-12/close", null, null).isProblem(409, "EARLIER_MONTH_OPEN");
        operator.send("POST", "months/2024-11/close", "").is(200);
        talk.send("POST", "months/2024-12/close", null, null).is(200);
        talk.get("months").is(200);
        talk.get("months/2024-12").is(200);
        talk.get("months/2024-12/manifest.csv").is(200);
        talk.get("months/2025-01/manifest.csv").isProblem(409, "MONTH_NOT_FINAL");
        talk.get(OF_ACCOUNT + "months/2024-12/difference").is(200);
    }

    private void explain() {
        var call = "usage/14:7d1f0a52:main/explanation";
        talk.get(call).isProblem(409, "SOURCE_NEEDED");
        talk.get(call + "?source=/cdr/ap-guangzhou").is(200);
        talk.get("usage/14:moon:main/explanation").isProblem(404, "UNKNOWN_RECORD");
        var pack = operator.get(OF_ACCOUNT + "usage?month=2025-01").at("/rows/0/packDraws/0/packId");
        for (var answer : List.of("/explanation", "/draws")) {
            talk.get(OF_ACCOUNT + "packs/" + pack + answer).is(200);
            talk.get(OF_ACCOUNT + "packs/P404404" + answer).isProblem(404, "UNKNOWN_PACK");
        }
        var order = operator.get(OF_ACCOUNT + "orders").at("/items/0/orderId");
        talk.get(OF_ACCOUNT + "orders/" + order + "/explanation").is(200);
        talk.get(OF_ACCOUNT + "orders/O404404/explanation").isProblem(404, "UNKNOWN_ORDER");
        var lines = OF_ACCOUNT + "bills/2025-01/lines/USAGE.";
        talk.get(lines + "LANDLINE_OUTBOUND." + pack + "/explanation").is(200);
        talk.get(lines + "MOON/explanation").isProblem(404, "UNKNOWN_BILL_LINE");
        talk.get(OF_ACCOUNT + "funds?asOf=2025-01-10T12:00:00%2B08:00").is(200);
        talk.get(OF_ACCOUNT + "difference?from=2025-01-10T12:00:00%2B08:00&to=2025-01-20T12:00:00%2B08:00").is(200);
    }

    /** Of an account, or of the platform where there is none. */
    private void hear(String owner) {
        var webhooks = owner + "webhooks/";
        var finance = json("{'url': 'https://localhost:8443/alerts', 'kinds': ['PACK_LOW', 'RECORD_REFUSED']}");
        talk.put(webhooks + "finance", finance).is(201);
        talk.put(webhooks + "finance", finance).is(200);
        for (var wrong : WRONG_ADDRESSES.entrySet()) {
            talk.put(webhooks + "other", json("{'url': '" + wrong.getValue() + "'}")).isProblem(422, wrong.getKey());
        }
        for (int number = 2; number <= 10; number++) operator.put(webhooks + "other-" + number, finance).is(201);
        talk.put(webhooks + "other-11", finance).isProblem(422, "TOO_MANY_WEBHOOKS");
    }

    private void tendWebhooks(String owner) {
        var webhook = owner + "webhooks/finance";
        talk.get(owner + "webhooks").is(200);
        talk.get(webhook).is(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !operator.get(webhook + "/deliveries").json().at("/items").isEmpty());
        talk.get(webhook + "/deliveries").is(200);
        var delivery = webhook + "/deliveries/" + operator.get(webhook + "/deliveries").at("/items/0/id");
        talk.send("POST", delivery + "/redelivery", null, null).is(200);
        talk.send("POST", webhook + "/deliveries/404404/redelivery", null, null).isProblem(404, "UNKNOWN_DELIVERY");
        talk.send("POST", webhook + "/test", null, null).is(200);
        talk.send("POST", webhook + "/secret", null, null).is(200);
        talk.send("DELETE", webhook, null, null).is(200);
        talk.send("DELETE", webhook, null, null).isProblem(404, "UNKNOWN_WEBHOOK");
        talk.get(webhook).isProblem(404, "UNKNOWN_WEBHOOK");
        talk.get(webhook + "/deliveries").isProblem(404, "UNKNOWN_WEBHOOK");
        for (var rest : List.of("/deliveries/1/redelivery", "/test", "/secret")) {
            talk.send("POST", webhook + rest, null, null).isProblem(404, "UNKNOWN_WEBHOOK");
        }
    }

    private void tendDeadLetters() {
        var letters = "ingest/dead-letters";
        talk.get(letters + "?state=OPEN&limit=2").is(200);
        var id = operator.get(letters + "?reason=SUPERSEDED_UNKNOWN").at("/items/0/id");
        talk.get(letters + "/" + id).is(200);
        talk.post(letters + "/" + id + "/retry", "").is(200);
        talk.post(letters + "/retry", json("{'reason': 'UNKNOWN_ACCOUNT'}")).is(200);
        talk.post(letters + "/retry", json("{'reason': 'MALFORMED'}")).isProblem(409, "DEAD_LETTER_NOT_RETRYABLE");
        talk.post(letters + "/" + id + "/discard", json("{'reason': 'a test call of ours'}")).is(200);
        talk.post(letters + "/" + id + "/discard", json("{'reason': 'again'}")).isProblem(409, "DEAD_LETTER_NOT_OPEN");
        talk.post(letters + "/" + id + "/retry", "").isProblem(409, "DEAD_LETTER_NOT_OPEN");
        talk.get(letters + "/404404").isProblem(404, "UNKNOWN_DEAD_LETTER");
        talk.post(letters + "/404404/retry", "").isProblem(404, "UNKNOWN_DEAD_LETTER");
        talk.post(letters + "/404404/discard", json("{'reason': 'why not'}")).isProblem(404, "UNKNOWN_DEAD_LETTER");
    }

    private void tendPartitions() {
        var reason = json("{'reason': 'the disk was replaced'}");
        talk.post("ingest/partitions/77/resume", reason).isProblem(404, "UNKNOWN_PARTITION");
        talk.post("ingest/partitions/0/resume", reason).isProblem(409, "PARTITION_NOT_PAUSED");
        jdbc("update ingest_offset set paused_reason = 'TOO_MANY_FAILURES' where partition = 0");
        talk.post("ingest/partitions/0/resume", reason).is(200);
    }

    private void askAClocklessLedger() {
        talk.goOnAs(SharedServer.operator());
        talk.get("clock").isProblem(404, "CLOCK_OFF");
        talk.put("clock", json("{'now': '2030-01-01T00:00:00.000+08:00'}")).isProblem(404, "CLOCK_OFF");
        talk.goOnAs(operator);
    }

    /** What stops any request; the last of it leaves the server without its database. */
    List<Exchange> meetTroubles() {
        var troubles = new Conversation(operator.with(null));
        troubles.get("accounts").isProblem(401, "UNAUTHENTICATED");
        var keys = server.bean(ApiKeys.class);
        troubles.goOnAs(operator.with(keys.create(KeyRole.PLATFORM, new AccountId(ACCOUNT)).secret()));
        troubles.get("accounts").isProblem(403, "FORBIDDEN");
        troubles.goOnAs(operator);
        troubles.send("PUT", "accounts/" + ACCOUNT, null, "name=Acme", "text/plain")
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        jdbc("create function lose() returns trigger language plpgsql as"
                + " $$ begin raise exception 'lost' using errcode = '40001'; end $$");
        jdbc("create trigger lose before insert on ledger_event for each row execute function lose()");
        troubles.post(OF_ACCOUNT + "funds", json("{'kind': 'GIFT', 'amount': '1.00', 'reference': 'gift'}"))
                .isProblem(503, "BUSY");
        jdbc("drop trigger lose on ledger_event");
        jdbc("alter table account_view rename column name to called");
        troubles.get("accounts").isProblem(500, "INTERNAL_ERROR");
        troubles.put("accounts/1400000002", json("{'name': 'Beta', 'legalEntityId': 'E-2'}"));
        troubles.get("catalogue").is(200);
        troubles.get("accounts/" + ACCOUNT + "/orders").isProblem(503, "READ_MODEL_BEHIND");
        server.bean(HikariDataSource.class).close();
        troubles.get("accounts").isProblem(503, "DATABASE_UNAVAILABLE");
        return troubles.exchanges();
    }

    /** What no server may do itself. */
    private void jdbc(String sql) {
        JdbcClient.create(new DriverManagerDataSource(RealParts.asSuperuser(server.databaseUrl())))
                .sql(sql)
                .update();
    }

    private static String call(String account, String session, String suffix) {
        var supersedes = suffix.isEmpty() ? "" : "'revision': 1, 'supersedes': '14:%s:main', ".formatted(session);
        return json("""
                {'specversion': '1.0', 'id': '14:%2$s:main%3$s', 'source': '/cdr/ap-guangzhou',
                 'type': 'minutebook.call-leg.v1', 'subject': '%1$s', 'time': '2025-01-20T10:06:42.000+08:00',
                 'data': {'accountId': '%1$s', 'applicationId': 14, 'sessionId': '%2$s', 'legId': 'main', %4$s
                   'legType': 'MAIN', 'network': 'PSTN', 'direction': 'OUTBOUND',
                   'serviceNumber': '+862066660000', 'serviceNumberType': 'LANDLINE',
                   'serviceNumberOwnership': 'PLATFORM', 'caller': '+862066660000', 'callee': '+8613812348000',
                   'startedAt': '2025-01-20T10:00:00.000+08:00', 'answeredAt': '2025-01-20T10:00:12.000+08:00',
                   'endedAt': '2025-01-20T10:06:42.000+08:00', 'durationMs': 390000, 'disposition': 'ANSWERED'}}"""
                .formatted(account, session, suffix, supersedes));
    }

    private void publish(String record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var value = record.getBytes(StandardCharsets.UTF_8);
            var _ = producer.send(new ProducerRecord<>(server.usageTopic(), 0, null, value));
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
