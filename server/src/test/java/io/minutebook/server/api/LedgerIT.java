package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerIT {

    private static final Caller operator = SharedServer.operator();

    private String account = "";

    @BeforeEach
    void openAnAccount() {
        account = operator.accountWith("10000.00");
    }

    @Test
    void anAccountIsNewOnceAndShowsItsFunds() {
        operator.put("accounts/" + account, "{\"name\": \"Acme\", \"legalEntityId\": \"E-1\"}").is(200);
        var vouchers = "accounts/" + account + "/vouchers";
        operator.post(vouchers, "{\"voucherId\": \"V1\", \"amount\": \"10\", \"validUntil\": \"2099-01-01T00:00:00+08:00\"}")
                .is(201);
        var shown = operator.get("accounts/" + account).is(200);
        assertThat(shown.at("/standing")).isEqualTo("GOOD");
        assertThat(shown.at("/funds/cash")).isEqualTo("10000.00");
        assertThat(shown.at("/funds/gift")).isEqualTo("0.00");
        assertThat(shown.at("/funds/vouchers/0/voucherId")).isEqualTo("V1");
        assertThat(shown.at("/funds/vouchers/0/amount")).isEqualTo("10.00");
    }

    @Test
    void anOrderIsListedAsItWasAnswered() {
        var placed = order();
        var listed = operator.get("accounts/" + account + "/orders").is(200).json().at("/items");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0)).hasToString(placed.body());
        assertThat(placed.at("/lines/0/product")).isEqualTo("landline-outbound-10000");
        assertThat(placed.at("/lines/0/resourceId")).matches("[A-Za-z0-9-]{1,40}");
        assertThat(placed.at("/paid/cash")).isEqualTo(placed.at("/payable"));
        assertThat(placed.at("/placedAt")).endsWith("+08:00");
    }

    @Test
    void aQuoteIsWhatTheOrderThenCosts() {
        var body = "{\"items\": [{\"product\": \"landline-outbound-10000\", \"quantity\": 2}]}";
        var quoted = operator.post("accounts/" + account + "/quotes", body).is(200);
        var placed = operator.post("accounts/" + account + "/orders", body).is(201);
        assertThat(quoted.at("/payable")).isEqualTo(placed.at("/payable"));
        assertThat(quoted.json().at("/lines")).hasSize(2);
    }

    @Test
    void aBillShowsWhatWasPaid() {
        var placed = order();
        var month = placed.at("/placedAt").substring(0, 7);
        var bill = operator.get("accounts/" + account + "/bills/" + month).is(200);
        assertThat(bill.at("/status")).isEqualTo("PROVISIONAL");
        assertThat(bill.at("/totals/amount")).isEqualTo(placed.at("/payable"));
        assertThat(bill.at("/lines/0/resourceId")).isEqualTo(placed.at("/lines/0/resourceId"));
        var file = operator.get("accounts/" + account + "/bills/" + month + ".csv").is(200);
        assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body().lines()).hasSize(2);
        var detail = operator.get("accounts/" + account + "/bills/" + month + "?view=detail").is(200);
        assertThat(detail.json().at("/totals")).isEqualTo(bill.json().at("/totals"));
        assertThat(detail.at("/lines/0/component")).isEqualTo("PRICE");
        assertThat(detail.json().at("/lines/0/measuredQuantity").isNull()).isTrue();
        assertThat(bill.json().at("/lines/0").has("component")).isFalse();
    }

    @Test
    void aMonthWithoutUsageIsEmpty() {
        var usage = operator.get("accounts/" + account + "/usage?month=2025-01").is(200);
        assertThat(usage.json().at("/rows")).isEmpty();
        assertThat(usage.json().has("next")).isFalse();
        var file = operator.get("accounts/" + account + "/usage/2025-01.csv").is(200);
        assertThat(file.body()).startsWith("billing_month,account_id,").endsWith("late_from_month\r\n");
    }

    @Test
    void packsAreShownAsTheyStoodAtAnEarlierInstant() {
        order();
        assertThat(operator.get("accounts/" + account + "/packs?state=active").json()).hasSize(1);
        assertThat(operator.get("accounts/" + account + "/packs?state=lapsed").json()).isEmpty();
        assertThat(operator.get("accounts/" + account + "/packs?asOf=2099-01-01T00:00:00+08:00").json()).hasSize(1);
        assertThat(operator.get("accounts/" + account + "/packs?asOf=2024-01-01T00:00:00+08:00").json()).isEmpty();
    }

    @Test
    void listsGoOnWhereTheirCursorSays() {
        order();
        order();
        var first = operator.get("accounts/" + account + "/orders?limit=1").is(200);
        assertThat(first.at("/next")).matches("[A-Za-z0-9_-]+");
        var second = operator.get("accounts/" + account + "/orders?limit=1&after=" + first.at("/next")).is(200);
        assertThat(second.at("/items/0/orderId")).isLessThan(first.at("/items/0/orderId"));
        assertThat(second.json().has("next")).isFalse();
    }

    @Test
    void everyAnswerTellsAPositionAndAReadIsNeverBehindAWrite() {
        for (int placed = 1; placed <= 5; placed++) {
            var written = order();
            var read = operator.get("accounts/" + account + "/orders");
            assertThat(read.position()).isGreaterThanOrEqualTo(written.position());
            assertThat(read.json().at("/items")).hasSize(placed);
        }
        assertThat(operator.get("moon").position()).isPositive();
    }

    @Test
    void theCatalogueIsTheOneInForceAtAnInstant() {
        var catalogue = operator.get("catalogue?at=2025-01-01T00:00:00+08:00").is(200);
        assertThat(catalogue.at("/version")).isNotBlank();
        assertThat(catalogue.json().at("/products").values())
                .anySatisfy(product -> assertThat(product.at("/product").asString()).isEqualTo("landline-outbound-30000"));
        assertThat(operator.get("catalogue?at=2019-12-31T23:59:59.999+08:00").json().at("/products")).isEmpty();
    }

    @Test
    void ingestAndProjectionsTellWhereTheyAre() {
        order();
        assertThat(operator.get("ingest/status").is(200).json().has("lag")).isTrue();
        assertThat(operator.get("ingest/dead-letters?accountId=" + account).is(200).json().at("/items"))
                .isEmpty();
        assertThat(operator.get("projections").is(200).json().values())
                .isNotEmpty()
                .allSatisfy(projection -> assertThat(projection.at("/state").asString()).isEqualTo("RUNNING"));
    }

    private Reply order() {
        return operator.post(
                        "accounts/" + account + "/orders", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .is(201);
    }
}
