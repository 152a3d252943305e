package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Violations, appeals, vetoes and races for one refund, by a whole server. */
class StandingIT {

    private static final Caller operator = SharedServer.operator();
    private static final String PACK = json("{'items': [{'product': 'landline-outbound-10000'}]}");

    @Test
    void nothingIsSoldOrRefundedToASuspendedAccountUntilItsAppealSucceeds() {
        var account = operator.accountWith("10000.00");
        var pack = operator.post(path(account, "orders"), PACK).is(201).at("/lines/0/resourceId");
        var number = operator.post(
                        path(account, "orders"), json("{'items': [{'product': 'number-landline', 'months': 1}]}"))
                .is(201)
                .at("/lines/0/resourceId");
        assertThat(operator.get("accounts/" + account).at("/standing")).isEqualTo("GOOD");
        find(account, "V4", "WARNED");
        operator.post(path(account, "orders"), PACK).is(201);

        var violation = find(account, "V5", "SUSPENDED");

        assertThat(operator.get("accounts/" + account).at("/standing")).isEqualTo("SUSPENDED");
        operator.post(path(account, "orders"), PACK).isProblem(422, "ACCOUNT_SUSPENDED");
        operator.post(path(account, "orders"), json("{'items': [{'product': 'moon'}]}"))
                .isProblem(422, "UNKNOWN_PRODUCT");
        operator.post(
                        path(account, "orders"),
                        PACK.replace("]}", json("], 'payment': {'voucherIds': ['none']}}")))
                .isProblem(422, "ACCOUNT_SUSPENDED");
        operator.post(path(account, "resources/" + number + "/renewals"), "{}").isProblem(422, "ACCOUNT_SUSPENDED");
        operator.send("POST", path(account, "trials"), json("{'applicationId': 1, 'kind': 'CHAT'}"))
                .isProblem(422, "ACCOUNT_SUSPENDED");
        operator.post(path(account, "refunds"), about(pack)).isProblem(422, "ACCOUNT_IN_VIOLATION");
        operator.post(path(account, "quotes"), PACK).is(200);

        appeal(account, violation, "UPHELD").is(201);
        assertThat(appeal(account, violation, "OVERTURNED").is(201).at("/standing")).isEqualTo("WARNED");

        operator.post(path(account, "refunds"), about(pack)).is(201);
        operator.post(path(account, "orders"), PACK).is(201);
        appeal(account, violation, "UPHELD").isProblem(409, "VIOLATION_OVERTURNED");
        appeal(account, "violation-000009", "UPHELD").isProblem(404, "UNKNOWN_VIOLATION");
    }

    @Test
    void everyFindingAndTheLastWordOnItAreListedWithWhoDecided() {
        var account = operator.accountWith("1.00");
        var first = find(account, "V6", "WARNED");
        var second = find(account, "V1", "BANNED");
        appeal(account, second, "UPHELD").is(201);
        appeal(account, second, "OVERTURNED").is(201);

        var listed = operator.get(path(account, "violations")).is(200).json().at("/items");

        assertThat(listed).hasSize(2);
        assertThat(listed.at("/0/violationId").asString()).isEqualTo(first);
        assertThat(listed.at("/0/appeal").isNull()).isTrue();
        assertThat(listed.at("/1/appeal/outcome").asString()).isEqualTo("OVERTURNED");
        assertThat(listed.at("/1/standing").asString()).isEqualTo("BANNED");
        assertThat(listed.at("/1/foundBy").asString()).isNotEmpty().isEqualTo(listed.at("/1/appeal/decidedBy").asString());
        var page = operator.get(path(account, "violations?limit=1"));
        assertThat(operator.get(path(account, "violations?limit=1&after=" + page.at("/next"))).at("/items/0/violationId"))
                .isEqualTo(second);
    }

    @Test
    void aVetoForbidsOneResourceOrAll() {
        var account = operator.accountWith("10000.00");
        var lines = operator.post(
                        path(account, "orders"),
                        json("{'items': [{'product': 'landline-outbound-10000', 'quantity': 2}]}"))
                .is(201)
                .json()
                .at("/lines");
        var first = lines.at("/0/resourceId").asString();
        var second = lines.at("/1/resourceId").asString();
        var one = veto(account, json("{'resourceId': '" + first + "', 'reason': 'odd'}"));
        operator.post(path(account, "refunds"), about(first)).isProblem(422, "VETOED");
        assertThat(operator.post(path(account, "refund-quotes"), about(second)).is(200).json().has("code"))
                .isFalse();
        var all = veto(account, json("{'reason': 'all odd'}"));
        operator.post(path(account, "refunds"), about(second)).isProblem(422, "VETOED");

        for (var veto : List.of(one, all)) {
            operator.send("POST", path(account, "refund-vetoes/" + veto + "/lifting"), json("{'reason': 'fine'}")).is(201);
        }

        operator.post(path(account, "refunds"), about(first)).is(201);
        var listed = operator.get(path(account, "refund-vetoes")).is(200).json().at("/items");
        assertThat(listed).hasSize(2);
        assertThat(listed.at("/0/lifted/reason").asString()).isEqualTo("fine");
        operator.send("POST", path(account, "refund-vetoes"), json("{'resourceId': 'R404404', 'reason': 'odd'}"))
                .isProblem(404, "UNKNOWN_RESOURCE");
        operator.send("POST", path(account, "refund-vetoes/" + one + "/lifting"), json("{'reason': 'again'}"))
                .isProblem(404, "UNKNOWN_VETO");
    }

    private static String veto(String account, String body) {
        return operator.send("POST", path(account, "refund-vetoes"), body).is(201).at("/vetoId");
    }

    @Test
    void aRefundAtOtherFiguresThanThoseShownAnswersWithTheNewQuote() {
        var account = operator.accountWith("10000.00");
        var pack = operator.post(path(account, "orders"), PACK).is(201).at("/lines/0/resourceId");
        var body = json("{'resourceId': '" + pack + "', 'quoteId': 'Q0'}");

        var problem = operator.post(path(account, "refunds"), body).isProblem(409, "QUOTE_CHANGED");

        assertThat(problem.at("/quote/amount")).isEqualTo("1450.00");
        operator.post(path(account, "refunds"), body.replace("Q0", problem.at("/quote/quoteId"))).is(201);
    }

    @Test
    void ofTwoRefundsAtOnceOneSucceedsAndMoneyComesBackOnce() {
        for (int round = 0; round < 5; round++) {
            var account = operator.accountWith("1450.00");
            var pack = operator.post(path(account, "orders"), PACK).is(201).at("/lines/0/resourceId");
            var replies = atOnce(account, account, pack, pack);
            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 409);
            replies.stream().filter(reply -> reply.status() == 409).forEach(reply ->
                    reply.isProblem(409, "ALREADY_REFUNDED"));
            assertThat(operator.get("accounts/" + account).at("/funds/cash")).isEqualTo("1450.00");
            assertThat(operator.get(path(account, "refunds")).json().at("/items")).hasSize(1);
        }
    }

    @Test
    void ofTwoAccountsOfALegalEntityOneHasTheFullRefund() {
        for (int round = 0; round < 3; round++) {
            var accounts = Stream.generate(() -> operator.accountWith("597.00")).limit(2).toList();
            var entity = "{\"name\": \"Acme\", \"legalEntityId\": \"E-" + accounts.getFirst() + "\"}";
            accounts.forEach(account -> operator.put("accounts/" + account, entity).is(200));
            var seats = json("{'items': [{'product': 'seats-standard', 'term': 'MONTH', 'applicationId': 1}]}");
            var plans = accounts.stream()
                    .map(account -> operator.post(path(account, "orders"), seats).is(201).at("/lines/0/resourceId"))
                    .toList();
            var replies = atOnce(accounts.getFirst(), accounts.getLast(), plans.getFirst(), plans.getLast());
            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 422);
            replies.stream().filter(reply -> reply.status() == 422).forEach(reply ->
                    reply.isProblem(422, "FULL_REFUND_USED"));
        }
    }

    private static List<Reply> atOnce(String account, String other, String resource, String otherResource) {
        var racers = List.of(
                CompletableFuture.supplyAsync(() -> operator.post(path(account, "refunds"), about(resource))),
                CompletableFuture.supplyAsync(() -> operator.post(path(other, "refunds"), about(otherResource))));
        return racers.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void theProhibitedBusinessesAreListed() {
        var listed = operator.get("prohibited-business").is(200).json().at("/items");
        assertThat(listed).hasSize(29);
        assertThat(listed.at("/0/id").asString()).isEqualTo("PB-01");
    }

    private static String find(String account, String rule, String standing) {
        var body = json("{'rule': '" + rule + "', 'finding': 'a complaint'}");
        var found = operator.send("POST", path(account, "violations"), body).is(201);
        assertThat(found.at("/standing")).isEqualTo(standing);
        return found.at("/violationId");
    }

    private static Reply appeal(String account, String violation, String outcome) {
        return operator.send(
                "POST",
                path(account, "violations/" + violation + "/appeal"),
                json("{'outcome': '" + outcome + "', 'reason': 'looked at again'}"));
    }

    private static String about(String resource) {
        return json("{'resourceId': '" + resource + "'}");
    }

    private static String path(String account, String rest) {
        return "accounts/" + account + "/" + rest;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
