package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What can be read about an account that bought a pack with a voucher. */
class AccountReadsIT {

    private static final Caller operator = SharedServer.operator();
    private static final String ORDER =
            "{\"items\": [{\"product\": \"landline-outbound-10000\"}], \"payment\": {\"voucherIds\": [\"V1\"]}}";

    private String account = "";
    private String month = "";

    @BeforeEach
    void buyAPack() {
        account = operator.accountWith("10000.00");
        operator.post(path("vouchers"), "{\"voucherId\": \"V1\", \"amount\": \"50.00\"}").is(201);
        var placed = operator.post(path("orders"), "order-1", ORDER).is(201);
        month = placed.at("/placedAt").substring(0, 7);
    }

    @Test
    void everyChangeOfABalanceIsAMovementWithItsReasonAndEvent() {
        var statement = operator.get(path("funds/movements?month=" + month)).is(200);

        assertThat(statement.at("/opening/cash")).isEqualTo("0.00");
        assertThat(statement.json().at("/items").values())
                .extracting(item -> item.at("/kind").asString() + " " + item.at("/reason").asString() + " "
                        + item.at("/amount").asString() + " " + item.at("/balance").asString() + " "
                        + item.at("/event/type").asString())
                .containsExactly(
                        "CASH CREDITED 10000.00 10000.00 account.funds-credited",
                        "VOUCHER VOUCHER_ISSUED 50.00 50.00 account.voucher-issued",
                        "VOUCHER ORDER_PAID -50.00 0.00 account.order-paid",
                        "CASH ORDER_PAID -1400.00 8600.00 account.order-paid");
        assertThat(statement.at("/items/0/reference")).isEqualTo("transfer 1");
        assertThat(statement.at("/items/3/orderId")).matches("O[0-9]+");
        assertThat(statement.at("/closing/cash")).isEqualTo(operator.get(path("")).at("/funds/cash"));
        assertThat(statement.at("/closing/voucher")).isEqualTo("0.00");
    }

    @Test
    void theOpeningOfAMonthIsTheClosingOfTheOneBefore() {
        var closing = operator.get(path("funds/movements?month=" + month)).json().at("/closing");
        var later = operator.get(path("funds/movements?month=2999-01")).json();
        var earlier = operator.get(path("funds/movements?month=2020-01")).json();

        assertThat(later.at("/opening")).isEqualTo(closing);
        assertThat(later.at("/items")).isEmpty();
        assertThat(earlier.at("/closing/cash").asString()).isEqualTo("0.00");
    }

    @Test
    void allThatWasRecordedIsListedOldestFirstWithWhatItCameFrom() {
        var events = operator.get(path("events")).is(200);

        var items = events.json().at("/items");
        assertThat(typesOf(items.values().stream())).containsExactly(
                "account.account-registered", "account.funds-credited", "account.voucher-issued", "account.order-paid",
                "orders.order-placed", "packs.pack-granted");
        assertThat(items.values().stream().map(event -> event.at("/position").asLong())).isSorted().doesNotHaveDuplicates();
        assertThat(events.at("/items/3/aggregate")).isEqualTo("account-" + account);
        assertThat(events.at("/items/3/sequence")).isEqualTo("3");
        assertThat(events.at("/items/3/version")).isEqualTo("2");
        assertThat(events.at("/items/3/actor")).isNotBlank();
        assertThat(events.at("/items/3/recordedAt")).endsWith("+08:00");
        assertThat(events.at("/items/3/provenance/request")).isEqualTo("order-1");
        assertThat(events.at("/items/3/payload/paid/voucher")).isEqualTo("50.00");
        assertThat(events.json().has("next")).isFalse();
    }

    @Test
    void pagesOfEventsGoOnWhereTheyEndedWhateverIsRecordedMeanwhile() {
        var whole = operator.get(path("events")).json().at("/items").values().stream().toList();
        var seen = new ArrayList<JsonNode>();
        var next = "";
        for (int page = 0; page < whole.size(); page++) {
            var reply = operator.get(path("events?limit=1" + next)).is(200);
            seen.addAll(reply.json().at("/items").values());
            assertThat(reply.at("/next")).matches("[A-Za-z0-9_-]+");
            next = "&after=" + reply.at("/next");
            operator.post(path("vouchers"), "{\"voucherId\": \"N%d\", \"amount\": \"1.00\"}".formatted(page)).is(201);
        }
        var rest = operator.get(path("events?limit=1000" + next)).is(200);

        assertThat(seen).isEqualTo(whole);
        assertThat(typesOf(rest.json().at("/items").values().stream()))
                .hasSize(whole.size())
                .containsOnly("account.voucher-issued");
        assertThat(rest.json().has("next")).isFalse();
    }

    @Test
    void theMessagesOfAPlanBoughtBetweenTwoPagesAreOnTheNextPageAndAPackOfTheirOwn() {
        var next = operator.get(path("events?limit=2")).is(200).at("/next");
        var plan = "{\"product\": \"chat-standard\", \"months\": 3, \"region\": \"DOMESTIC\", \"applicationId\": 7}";
        var order = operator.post(path("orders"), "{\"items\": [" + plan + "]}").is(201);

        var rest = operator.get(path("events?limit=1000&after=" + next)).is(200).json().at("/items").values();
        assertThat(typesOf(rest.stream())).filteredOn("packs.messages-granted"::equals).hasSize(3);
        assertThat(rest).anyMatch(event -> event.at("/aggregate").asString().equals("packs-" + account + "-BOT_MESSAGES-7"));

        var packs = operator.get(path("packs")).is(200).json().values().stream()
                .filter(pack -> pack.at("/included").asBoolean())
                .toList();
        assertThat(packs).singleElement().satisfies(pack -> {
            assertThat(pack.at("/packId").asString()).startsWith(order.at("/lines/0/resourceId") + "-");
            assertThat(pack.at("/meter").asString()).isEqualTo("BOT_MESSAGES");
            assertThat(pack.at("/applicationId").asLong()).isEqualTo(7);
            assertThat(pack.at("/remaining").asLong()).isEqualTo(10_000);
        });
    }

    @Test
    void aPageOfEventsGoesOnInTheListOfItsOwnAccountOnly() {
        var next = operator.get(path("events?limit=1")).is(200).at("/next");
        var other = operator.accountWith("1.00");

        operator.get("accounts/" + other + "/events?after=" + next).isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void accountsOfOneLegalEntityCanBeAskedFor() {
        var only = "771" + account;
        operator.put("accounts/" + only, "{\"name\": \"Alone\", \"legalEntityId\": \"LE-" + only + "\"}").is(201);

        var found = operator.get("accounts?legalEntityId=LE-" + only).is(200);
        assertThat(found.json().at("/items")).hasSize(1);
        assertThat(found.at("/items/0/accountId")).isEqualTo(only);
        assertThat(found.at("/items/0/standing")).isEqualTo("GOOD");
        assertThat(operator.get("accounts?legalEntityId=nobody").json().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts", "accounts/{own}", "accounts/{own}/orders", "accounts/{own}/packs", "accounts/{own}/events",
                "accounts/{own}/usage?month=2025-01", "accounts/{own}/usage/2025-01.csv", "accounts/{own}/bills/2025-01",
                "accounts/{own}/bills/2025-01.csv", "accounts/{own}/bills/2025-01?view=detail",
                "accounts/{own}/funds/movements?month=2025-01",
                "accounts/{own}/usage-statistics?from=2025-01-01&to=2025-01-31",
                "accounts/{own}/reconciliation?from=2025-01-01&to=2025-01-31", "catalogue", "ingest/status",
                "ingest/dead-letters", "projections", "projections/usage", "projections/comparisons"
            })
    void headIsAnsweredLikeGetWithoutTheBody(String template) {
        var asked = template.replace("{own}", account);
        var get = operator.get(asked).is(200);
        var head = operator.send("HEAD", asked, "").is(200);

        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.header("Content-Disposition")).isEqualTo(get.header("Content-Disposition"));
        if (asked.startsWith("accounts")) assertThat(head.position()).isGreaterThanOrEqualTo(get.position());
    }

    @Test
    void anAnswerIsJsonWhateverIsAccepted() {
        var request = operator.request(path("orders")).header("Accept", "application/xml").GET();
        assertThat(operator.send(request).is(200).header("Content-Type")).contains("application/json");
        var unknown = operator.request("accounts/404404").header("Accept", "application/xml").GET();
        operator.send(unknown).isProblem(404, "UNKNOWN_ACCOUNT");
    }

    private static List<String> typesOf(Stream<JsonNode> events) {
        return events.map(event -> event.at("/type").asString()).toList();
    }

    private String path(String rest) {
        return rest.isEmpty() ? "accounts/" + account : "accounts/" + account + "/" + rest;
    }
}
