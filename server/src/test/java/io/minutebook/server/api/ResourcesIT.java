package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an account holds, and what can be done with it, by a whole server. */
class ResourcesIT {

    private static final Caller operator = SharedServer.operator();
    private static final String EVERYTHING = json(
            """
            {'items': [
              {'product': 'seats-standard', 'term': 'YEAR', 'applicationId': 14},
              {'product': 'extra-seat-standard', 'quantity': 4, 'applicationId': 14},
              {'product': 'number-landline', 'quantity': 2, 'months': 6, 'autoRenew': true},
              {'product': 'chat-standard', 'months': 1, 'region': 'DOMESTIC', 'applicationId': 14},
              {'product': 'chat-licence', 'quantity': 5, 'region': 'DOMESTIC', 'applicationId': 14},
              {'product': 'bot-messages-100k', 'region': 'DOMESTIC', 'applicationId': 14},
              {'product': 'landline-outbound-10000'}
            ]}""");

    private String account = "";
    private JsonNode lines = JsonMapper.shared().createArrayNode();

    @BeforeEach
    void buyEverything() {
        account = operator.accountWith("100000.00");
        lines = operator.post(path("orders"), EVERYTHING).is(201).json().at("/lines");
    }

    @Test
    void everyLineOfAnOrderIsAResource() {
        var listed = operator.get(path("resources")).is(200).json().at("/items");

        assertThat(listed.values())
                .extracting(ResourcesIT::summary)
                .containsExactlyInAnyOrder(
                        "seats-standard 14 1 null ACTIVE false false",
                        "extra-seat-standard 14 4 null ACTIVE false false",
                        "number-landline null 1 null ACTIVE true false",
                        "number-landline null 1 null ACTIVE true false",
                        "chat-standard 14 1 DOMESTIC ACTIVE false false",
                        "chat-licence 14 5 DOMESTIC ACTIVE false false",
                        "bot-messages-100k 14 1 DOMESTIC ACTIVE false false",
                        "landline-outbound-10000 null 1 null ACTIVE false false");
        for (var line : lines) {
            assertThat(listed.values()).anySatisfy(resource -> {
                for (var field : List.of("resourceId", "product", "validFrom", "validUntil", "lastDay")) {
                    assertThat(resource.at("/" + field)).isEqualTo(line.at("/" + field));
                }
            });
        }
    }

    private static String summary(JsonNode resource) {
        return Stream.of("product", "applicationId", "quantity", "region", "state", "autoRenew", "trial")
                .map(field -> resource.at("/" + field))
                .map(value -> value.isNull() ? "null" : value.asString())
                .collect(Collectors.joining(" "));
    }

    @Test
    void pagesOfResourcesPassNoneOverAndShowNoneTwice() {
        var all = ids(operator.get(path("resources")).is(200));
        var paged = new ArrayList<String>();
        for (var page = operator.get(path("resources?limit=3")).is(200); ;
                page = operator.get(path("resources?limit=3&after=" + page.at("/next"))).is(200)) {
            paged.addAll(ids(page));
            if (!page.json().has("next")) break;
        }
        assertThat(paged).isEqualTo(all).hasSize(8).isSorted();
    }

    private static List<String> ids(Reply page) {
        return page.json().at("/items").valueStream().map(item -> item.at("/resourceId").asString()).toList();
    }

    @Test
    void aRenewalIsAnOrderThatBeginsWhereTheTermBeforeEnds() {
        var number = lines.at("/2");
        var renewal = operator.post(resource(number) + "/renewals", "renewal-1", json("{'periods': 2}")).is(201);

        assertThat(renewal.at("/payable")).isEqualTo("100.00");
        assertThat(renewal.at("/lines/0/resourceId")).isEqualTo(idOf(number));
        assertThat(renewal.json().at("/lines/0/validFrom")).isEqualTo(number.at("/validUntil"));
        assertThat(held(number).at("/validUntil")).isEqualTo(renewal.json().at("/lines/0/validUntil"));
        assertThat(operator.get(path("orders")).json().at("/items/0")).isEqualTo(renewal.json());

        var again = operator.post(resource(number) + "/renewals", "renewal-1", json("{'periods': 2}")).is(201);
        assertThat(again.header("Idempotent-Replay")).contains("true");
        assertThat(again.body()).isEqualTo(renewal.body());
        operator.send("POST", resource(number) + "/renewals", "{}").isProblem(400, "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void aPlanIsRenewedForOneOfItsTermsWithAllItsAddOns() {
        var renewal = operator.send(operator.request(resource(lines.at("/0")) + "/renewals")
                        .header("Idempotency-Key", "renewal-without-a-body")
                        .POST(BodyPublishers.noBody()))
                .is(201);

        assertThat(renewal.json().at("/lines").values())
                .extracting(line -> line.at("/product").asString() + " " + line.at("/amount").asString())
                .containsExactly("seats-standard 7164.00", "extra-seat-standard 9552.00");
        assertThat(held(lines.at("/1")).at("/validUntil")).isEqualTo(held(lines.at("/0")).at("/validUntil"));
    }

    @Test
    void anUpgradeCreditsWhatIsUnusedAndKeepsTheEnd() {
        var upgrade = operator.post(resource(lines.at("/0")) + "/upgrade", json("{'product': 'seats-advanced'}"))
                .is(201);

        assertThat(upgrade.at("/payable")).isEqualTo("8400.00");
        assertThat(held(lines.at("/0")).at("/product").asString()).isEqualTo("seats-advanced");
        assertThat(held(lines.at("/1")).at("/product").asString()).isEqualTo("extra-seat-advanced");
        assertThat(held(lines.at("/0")).at("/validUntil")).isEqualTo(lines.at("/0/validUntil"));
    }

    @Test
    void aNumberIsRenewedByItselfOrNotAndGivenUpWithoutMoneyBack() {
        var cash = cash();
        var number = resource(lines.at("/2"));
        var off = operator.send("PATCH", number, json("{'autoRenew': false}")).is(200);
        assertThat(off.json().at("/autoRenew").asBoolean(true)).isFalse();
        operator.send("PATCH", number, json("{'autoRenew': false}")).is(200);

        var gone = operator.send("POST", number + "/deregistration", "").is(200);
        assertThat(gone.at("/state")).isEqualTo("DEREGISTERED");
        assertThat(gone.json()).isEqualTo(held(lines.at("/2")));
        operator.send("POST", number + "/deregistration", "").isProblem(409, "RESOURCE_NOT_ACTIVE");
        assertThat(cash()).isEqualTo(cash);
    }

    @Test
    void aTrialIsAResourceOfSevenDays() {
        var trial = operator.send("POST", path("trials"), json("{'applicationId': 15, 'kind': 'CHAT'}")).is(201);

        assertThat(summary(trial.json())).isEqualTo("chat-advanced 15 1 DOMESTIC ACTIVE false true");
        var start = OffsetDateTime.parse(trial.at("/validFrom")).toLocalDate();
        assertThat(trial.at("/lastDay")).isEqualTo(start.plusDays(6).toString());
        assertThat(OffsetDateTime.parse(trial.at("/validUntil")))
                .isEqualTo(start.plusDays(7).atStartOfDay().atOffset(ZoneOffset.ofHours(8)));
        assertThat(held(trial.json())).isEqualTo(trial.json());
        operator.send("POST", path("trials"), json("{'applicationId': 15, 'kind': 'CHAT'}"))
                .isProblem(422, "TRIAL_RUNNING");
        operator.send("POST", path("trials"), json("{'applicationId': 16, 'kind': 'CHAT'}")).is(201);
    }

    /** Of the lines of the order: 0 a plan, 1 an add-on, 2 a number, 6 bot messages, 7 minutes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST  | 2 | /renewals       | {'periods': 0}                 | 422 | TERM_INVALID",
                "POST  | 2 | /renewals       | {'periods': 37}                | 422 | TERM_INVALID",
                "POST  | 1 | /renewals       | {}                             | 422 | NOT_RENEWABLE",
                "POST  | 6 | /renewals       | {}                             | 422 | NOT_RENEWABLE",
                "POST  | 7 | /renewals       | {}                             | 422 | NOT_RENEWABLE",
                "POST  | 0 | /upgrade        | {'product': 'seats-standard'}  | 422 | NOT_UPGRADABLE",
                "POST  | 0 | /upgrade        | {'product': 'chat-advanced'}   | 422 | NOT_UPGRADABLE",
                "POST  | 0 | /upgrade        | {'product': 'moon'}            | 422 | UNKNOWN_PRODUCT",
                "POST  | 1 | /upgrade        | {'product': 'extra-seat-advanced'} | 422 | NOT_UPGRADABLE",
                "POST  | 2 | /upgrade        | {'product': 'seats-advanced'}  | 422 | NOT_UPGRADABLE",
                "POST  | 7 | /upgrade        | {'product': 'seats-advanced'}  | 422 | NOT_UPGRADABLE",
                "POST  | 0 | /deregistration | {}                             | 422 | NOT_A_NUMBER",
                "POST  | 7 | /deregistration | {}                             | 422 | NOT_A_NUMBER",
                "PATCH | 0 | ``              | {'autoRenew': true}            | 422 | NOT_A_NUMBER",
                "PATCH | 7 | ``              | {'autoRenew': true}            | 422 | NOT_A_NUMBER",
                "POST  | 2 | /renewals       | {'periods': 'two'}             | 400 | MALFORMED_REQUEST",
                "POST  | 2 | /renewals       | {'periods': 1.5}               | 400 | MALFORMED_REQUEST",
                "POST  | 2 | /renewals       | []                             | 400 | MALFORMED_REQUEST",
                "POST  | 0 | /upgrade        | {}                             | 400 | MALFORMED_REQUEST",
                "POST  | 0 | /upgrade        | {'product': 7}                 | 400 | MALFORMED_REQUEST",
                "PATCH | 2 | ``              | {}                             | 400 | MALFORMED_REQUEST",
                "PATCH | 2 | ``              | {'autoRenew': 'yes'}           | 400 | MALFORMED_REQUEST",
            })
    void whatCannotBeDoneIsRefusedAndLeavesNoEvent(
            String method, int line, String rest, String body, int status, String code) {
        long before = events(account);
        var request = operator.request(resource(lines.at("/" + line)) + rest)
                .header("Idempotency-Key", "refused")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json(body)));
        operator.send(request).isProblem(status, code);
        assertThat(events(account)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'kind': 'SEATS'}                                             | applicationId: is missing",
        "{'applicationId': 14}                                         | kind: is missing",
        "{'applicationId': 14, 'kind': 'VIDEO'}                        | kind",
        "{'applicationId': '14', 'kind': 'SEATS'}                      | applicationId",
        "{'applicationId': 14, 'kind': 'CHAT', 'region': 'MOON'}       | region",
    })
    void aTrialThatIsNotUnderstoodNamesTheField(String body, String named) {
        var reply = operator.send("POST", path("trials"), json(body)).isProblem(400, "MALFORMED_REQUEST");
        assertThat(reply.at("/detail")).contains(named);
    }

    @Test
    void aResourceOfAnotherAccountIsUnknown() {
        var other = operator.accountWith("10000.00");
        for (var line : lines) {
            for (var id : List.of(idOf(line), "R404404")) {
                var path = "accounts/" + other + "/resources/" + id;
                operator.post(path + "/renewals", "{}").isProblem(404, "UNKNOWN_RESOURCE");
                operator.post(path + "/upgrade", json("{'product': 'seats-advanced'}"))
                        .isProblem(404, "UNKNOWN_RESOURCE");
                operator.send("POST", path + "/deregistration", "").isProblem(404, "UNKNOWN_RESOURCE");
                operator.send("PATCH", path, json("{'autoRenew': true}")).isProblem(404, "UNKNOWN_RESOURCE");
            }
        }
        assertThat(operator.get("accounts/" + other + "/resources").json().at("/items")).isEmpty();
        operator.post(path("resources/a%20b/renewals"), "{}").isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void ofTwoOrdersForTheLastYuanOneSucceeds() {
        for (int round = 0; round < 5; round++) {
            var poor = operator.accountWith("50.00");
            var order = json("{'items': [{'product': 'number-landline', 'months': 1}]}");
            var racers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> operator.post("accounts/" + poor + "/orders", order)))
                    .limit(2)
                    .toList();
            var replies = racers.stream().map(CompletableFuture::join).toList();

            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 422);
            replies.stream().filter(reply -> reply.status() == 422).forEach(loser ->
                    loser.isProblem(422, "INSUFFICIENT_FUNDS"));
            assertThat(operator.get("accounts/" + poor).at("/funds/cash")).isEqualTo("0.00");
            assertThat(operator.get("accounts/" + poor + "/resources").json().at("/items")).hasSize(1);
        }
    }

    @Test
    void allThatHappensToAResourceIsAmongTheEventsOfItsAccount() {
        operator.send("POST", resource(lines.at("/2")) + "/deregistration", "").is(200);
        var types = operator.get(path("events")).json().at("/items").valueStream()
                .map(event -> event.at("/type").asString())
                .toList();
        assertThat(types)
                .contains(
                        "seats.plan-bought", "seats.add-on-bought", "chat.chat-plan-bought", "chat.licences-bought",
                        "chat.message-pack-bought", "numbers.number-rented", "numbers.number-deregistered",
                        "orders.order-placed", "account.order-paid", "packs.pack-granted")
                .hasSize((int) events(account));
    }

    private static long events(String account) {
        return SharedServer.server()
                .bean(JdbcClient.class)
                .sql("select count(*) from ledger_event where payload ->> 'accountId' = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private JsonNode held(JsonNode line) {
        return operator.get(path("resources")).json().at("/items").valueStream()
                .filter(item -> item.at("/resourceId").asString().equals(idOf(line)))
                .findFirst()
                .orElseThrow();
    }

    private String cash() {
        return operator.get("accounts/" + account).at("/funds/cash");
    }

    private String resource(JsonNode line) {
        return path("resources/" + idOf(line));
    }

    private static String idOf(JsonNode line) {
        return line.at("/resourceId").asString();
    }

    private String path(String rest) {
        return "accounts/" + account + "/" + rest;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
