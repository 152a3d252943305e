package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.AccountId;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A platform that asks for everything by another account's names and ids learns none of what is behind them. */
class ForeignDataIT {

    private static final long SEED = 20_250_131;
    private static final int VARIATIONS = 6;
    private static final Caller operator = SharedServer.operator();
    private static final List<Endpoint> endpoints = Endpoint.of(SharedServer.server());
    private static final String ORDER = "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}";
    private static final String CANARY = UUID.randomUUID().toString();
    private static final String APPLICATION = "987654321";
    private static final String SEATS =
            "{\"items\": [{\"product\": \"seats-standard\", \"term\": \"MONTH\", \"applicationId\": " + APPLICATION + "}]}";
    private static final String SERVICE_NUMBER = "+862066667731";

    private static String own = "";
    private static String foreign = "";
    private static String month = "";
    private static String foreignRecord = "";
    private static Caller platform = operator;

    /** What only the other account has. */
    private static List<String> canaries = List.of();

    private static List<String> cursors = List.of();

    @BeforeAll
    static void openTwoAccounts() {
        own = operator.accountWith("10000.00");
        foreign = operator.accountWith("10000.00");
        operator.put("accounts/" + foreign,
                        "{\"name\": \"name-%1$s\", \"legalEntityId\": \"entity-%1$s\"}".formatted(CANARY))
                .is(200);
        operator.post("accounts/" + foreign + "/vouchers", "{\"voucherId\": \"V-%s\", \"amount\": \"5.00\"}".formatted(CANARY))
                .is(201);
        operator.post("accounts/" + own + "/orders", ORDER).is(201);
        operator.post("accounts/" + foreign + "/orders", ORDER).is(201);
        var order = operator.post("accounts/" + foreign + "/orders", ORDER).is(201);
        operator.post("accounts/" + foreign + "/orders", SEATS).is(201);
        var ended = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        month = ended.plus(Duration.ofHours(8)).toString().substring(0, 7);
        foreignRecord = record(foreign, CANARY + "-2", ended);
        publish(record(own, "own-" + UUID.randomUUID(), ended), record(foreign, CANARY + "-1", ended), foreignRecord);
        await().atMost(Duration.ofMinutes(1)).until(() -> rowsOf(own) == 1 && rowsOf(foreign) == 2);
        cursors = List.of(
                operator.get(usageOf(foreign) + "&limit=1").at("/next"),
                operator.get("accounts/" + foreign + "/orders?limit=1").at("/next"));
        canaries = List.of(
                foreign, "name-" + CANARY, "entity-" + CANARY, "V-" + CANARY, APPLICATION + ":" + CANARY, CANARY, APPLICATION,
                SERVICE_NUMBER, order.at("/orderId"), order.at("/lines/0/resourceId"));
        var key = SharedServer.server().bean(ApiKeys.class).create(KeyRole.PLATFORM, new AccountId(own));
        platform = operator.with(key.secret());
    }

    @Test
    void noReadShowsWhatIsAnothers() {
        assertThat(leaksOfReads(platform)).isEmpty();
    }

    /** Without this the test above would pass on a server that shows nothing at all. */
    @Test
    void whoMayReadAllIsShownEachOfThem() {
        var shown = leaksOfReads(operator);
        assertThat(canaries).allSatisfy(canary -> assertThat(shown).anyMatch(leak -> leak.endsWith(" shows " + canary)));
    }

    @Test
    void noWriteShowsWhatIsAnothersAndNoneIsAllowed() {
        var random = new Random(SEED);
        var leaks = new TreeSet<String>();
        for (var endpoint : endpoints) {
            for (var method : endpoint.methods()) {
                if (method.equals("GET") || endpoint.path().endsWith("/records/validate")) continue;
                for (var account : List.of(own, foreign)) {
                    var path = endpoint.filled(name -> value(name, account, random));
                    var body = "{\"accountId\": \"%s\", \"resourceId\": \"%s\"}".formatted(foreign, canaries.getLast());
                    var reply = platform.send(method, path, body);
                    if (path.startsWith("/finance/sign-")) reply.is(303); // open to all; it leads back to the page
                    else reply.isProblem(403, "FORBIDDEN");
                    leaks.addAll(leaks(method + " " + URLDecoder.decode(path, StandardCharsets.UTF_8) + body, reply));
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void aRecordThatIsTriedOutTellsNothingOfAnothersRecords() {
        platform.send("POST", "records/validate", foreignRecord).isProblem(403, "FORBIDDEN");
        var sameIdentity = foreignRecord.replace(foreign, own);
        var correction = record(own, "own-" + UUID.randomUUID(), Instant.now())
                .replace("\"legId\"", "\"revision\":1,\"supersedes\":\"%s:%s-2:main\",\"legId\"".formatted(APPLICATION, CANARY));
        for (var record : List.of(sameIdentity, correction)) {
            assertThat(leaks(record, platform.send("POST", "records/validate", record))).isEmpty();
        }
    }

    @Test
    void anIdempotencyKeyOfAnotherAccountOpensNothing() {
        var key = "key-" + CANARY;
        operator.post("accounts/" + foreign + "/orders", key, ORDER).is(201);
        var reply = operator.post("accounts/" + own + "/orders", key, ORDER).is(201);
        assertThat(reply.header("Idempotent-Replay")).isEmpty();
        assertThat(leaks("", reply)).isEmpty();
        platform.post("accounts/" + foreign + "/orders", key, ORDER).isProblem(403, "FORBIDDEN");
    }

    /** Each path for both accounts, with the other's ids wherever one fits; the seed decides which. */
    private static Set<String> leaksOfReads(Caller caller) {
        var random = new Random(SEED);
        var leaks = new TreeSet<String>();
        for (var endpoint : endpoints) {
            if (!endpoint.methods().contains("GET")) continue;
            for (int variation = 0; variation < VARIATIONS; variation++) {
                for (var account : List.of(own, foreign)) {
                    boolean isPlain = variation == 0;
                    var query = endpoint.parameters().stream()
                            .filter(name -> name.equals("month") || (!isPlain && random.nextBoolean()))
                            .map(name -> name + "=" + value(name, foreign, random))
                            .collect(Collectors.joining("&"));
                    var path = endpoint.filled(name -> value(name, account, random)) + "?" + query;
                    leaks.addAll(leaks("GET " + URLDecoder.decode(path, StandardCharsets.UTF_8), caller.get(path)));
                }
            }
        }
        return leaks;
    }

    /** What the answer says of the other account that the question did not. */
    private static List<String> leaks(String request, Reply reply) {
        var answer = reply.response().headers().map() + reply.body();
        var leaks = new ArrayList<String>();
        for (var canary : canaries) {
            if (answer.contains(canary) && !request.contains(canary)) leaks.add(request + " shows " + canary);
        }
        return leaks;
    }

    private static String value(String name, String account, Random random) {
        return switch (name) {
            case "accountId" -> account;
            case "month" -> month;
            case "meter" -> "LANDLINE_OUTBOUND";
            case "code" -> "E-013";
            case "applicationId" -> APPLICATION;
            case "limit" -> random.nextBoolean() ? "1" : "1000";
            case "at", "asOf", "to" -> "2099-01-01T00:00:00Z";
            case "after" -> cursors.get(random.nextInt(cursors.size()));
            default -> URLEncoder.encode(canaries.get(random.nextInt(canaries.size())), StandardCharsets.UTF_8);
        };
    }

    private static int rowsOf(String account) {
        return operator.get(usageOf(account)).is(200).json().at("/rows").size();
    }

    private static String usageOf(String account) {
        return "accounts/" + account + "/usage?month=" + month;
    }

    private static String record(String account, String session, Instant ended) {
        var application = account.equals(own) ? "14" : APPLICATION;
        return """
            {"specversion":"1.0","id":"%4$s:%1$s:main","source":"/cdr/test","type":"minutebook.call-leg.v1",
             "subject":"%2$s","time":"%3$s",
             "data":{"accountId":"%2$s","applicationId":%4$s,"sessionId":"%1$s","legId":"main","legType":"MAIN",
               "network":"PSTN","direction":"OUTBOUND","serviceNumber":"%5$s",
               "serviceNumberType":"LANDLINE","serviceNumberOwnership":"PLATFORM","startedAt":"%6$s",
               "answeredAt":"%6$s","endedAt":"%3$s","durationMs":60000,"disposition":"ANSWERED"}}"""
                .formatted(session, account, ended, application,
                        account.equals(own) ? "+862066660000" : SERVICE_NUMBER, ended.minusSeconds(60));
    }

    private static void publish(String... records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var record : records) {
                var value = record.getBytes(StandardCharsets.UTF_8);
                var _ = producer.send(new ProducerRecord<>(SharedServer.server().usageTopic(), null, value));
            }
        }
    }
}
