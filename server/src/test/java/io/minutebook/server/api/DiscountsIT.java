package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.fixture.LedgerServer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Own prices, promotions and vouchers on a whole server, through the midnight at which they end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiscountsIT {

    private static final String PACK = "landline-outbound-30000";
    private static final String ORDER = json("{'items': [{'product': '" + PACK + "'}]}");
    private static final String AT_TWENTY_PERCENT_OFF = json(
            "{'kind': 'RATE', 'value': '0.8', 'from': '2025-06-01', 'until': '2025-07-01T00:00:00+08:00',"
                    + " 'reason': 'contract 2025-7', 'refundable': false}");
    private static final String MIDNIGHT = "2025-07-01T00:00:00.000%2B08:00";
    private static final String BEFORE_MIDNIGHT = "2025-06-30T23:59:59.999%2B08:00";

    private static final LedgerServer server = LedgerServer.startAt(Instant.parse("2025-06-30T02:00:00Z"));
    private static final Caller operator = Caller.operatorOf(server);

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void theDiscountIsShownOnQuoteOrderAndBill() {
        var account = operator.accountWith("20000.00");
        operator.put(path(account, "prices/" + PACK), AT_TWENTY_PERCENT_OFF).is(200);

        var quote = operator.post(path(account, "quotes"), ORDER).is(200).json();
        assertMoney(quote, quote.at("/lines/0"), quote.at("/payable"));
        var order = operator.post(path(account, "orders"), ORDER).is(201).json();
        assertMoney(order, order.at("/lines/0"), order.at("/payable"));
        assertThat(operator.get(path(account, "orders")).json().at("/items/0")).isEqualTo(order);
        for (var view : List.of("resource", "detail")) {
            var bill = operator.get(path(account, "bills/2025-06?view=" + view)).is(200).json();
            assertMoney(bill.at("/totals"), bill.at("/lines/0"), bill.at("/totals/amount"));
            assertThat(bill.at("/lines/0/unitPrice").asString()).isEqualTo("0.142");
            assertThat(bill.at("/lines/0/configuration").asString())
                    .isEqualTo("30000 minutes, 0.8 of the list price by own-price-1");
        }
        assertThat(order.at("/lines/0/discountedBy")).hasToString(json(
                "{'source':'ACCOUNT','name':'own-price-1','kind':'RATE','value':'0.8','refundable':false}"));
        assertThat(operator.get("accounts/" + account).at("/funds/cash")).isEqualTo("16592.00");
    }

    private static void assertMoney(JsonNode whole, JsonNode line, JsonNode amount) {
        for (var part : List.of(whole, line)) {
            assertThat(part.at("/listPrice").asString()).isEqualTo("4260.00");
            assertThat(part.at("/discount").asString()).isEqualTo("852.00");
        }
        assertThat(line.at("/amount").asString()).isEqualTo("3408.00").isEqualTo(amount.asString());
    }

    @Test
    @Order(2)
    void thePriceInForceIsAnsweredForAnyInstantAndTheHistoryIsListed() {
        var account = operator.accountWith("1.00");
        var prices = path(account, "prices");
        var agreed = operator.put(prices + "/" + PACK, AT_TWENTY_PERCENT_OFF).is(200);
        assertThat(operator.put(prices + "/" + PACK, AT_TWENTY_PERCENT_OFF).is(200).body()).isEqualTo(agreed.body());

        var now = operator.get(prices + "/" + PACK).is(200).json();
        assertThat(now.at("/source").asString()).isEqualTo("ACCOUNT");
        assertThat(now.at("/listUnitPrice").asString()).isEqualTo("0.142");
        assertThat(now.at("/rate").asString()).isEqualTo("0.8");
        assertThat(now.at("/unitPrice").asString()).isEqualTo("0.1136");
        assertThat(now.at("/refundable").asBoolean()).isFalse();
        assertThat(now.at("/until").asString()).isEqualTo("2025-07-01T00:00:00.000+08:00");
        assertThat(operator.get(prices + "/" + PACK + "?at=" + BEFORE_MIDNIGHT).at("/source")).isEqualTo("ACCOUNT");
        assertThat(operator.get(prices + "/" + PACK + "?at=" + MIDNIGHT).at("/source")).isEqualTo("LIST");
        assertThat(operator.get(prices + "/" + PACK + "?at=2025-06-29T00:00:00%2B08:00").at("/source"))
                .as("before it was set")
                .isEqualTo("LIST");

        operator.put(prices + "/seats-standard", json(
                        "{'kind': 'AMOUNT', 'value': '500', 'from': '2025-06-01', 'reason': 'r', 'refundable': true}"))
                .is(200);
        assertThat(operator.get(prices + "/seats-standard").json().at("/prices").values())
                .extracting(price -> price.at("/term").asString() + " " + price.at("/unitPrice").asString())
                .containsExactly("MONTH 500.00", "YEAR 6000.00");
        var list = operator.get(prices + "?limit=1").is(200);
        assertThat(list.at("/items/0/product")).isEqualTo("seats-standard");
        var last = operator.get(prices + "?limit=1&after=" + list.at("/next")).is(200).json();
        assertThat(last.at("/items/0/name").asString()).isEqualTo("own-price-1");
        assertThat(last.at("/items/0/setBy").asString()).isNotBlank();
        assertThat(last.has("next")).isFalse();
        assertThat(operator.get(path(account, "events")).body()).contains("discounts.account-price-set");
    }

    @Test
    @Order(3)
    void aPromotionIsForEveryAccountAndAnOwnPriceGoesBeforeIt() {
        var account = operator.accountWith("20000.00");
        var promotion = json("{'products': ['audio-custom', 'offline-asr-custom'], 'kind': 'AMOUNT', 'value': '0.02',"
                + " 'from': '2025-06-01', 'until': '2025-07-01', 'reason': 'summer sale', 'refundable': true}");
        operator.put("promotions/summer", promotion).is(200);
        var audio = json("{'items': [{'product': 'audio-custom', 'minutes': 10000}]}");

        assertThat(operator.post(path(account, "orders"), audio).is(201).at("/payable")).isEqualTo("200.00");
        operator.put(path(account, "prices/audio-custom"), AT_TWENTY_PERCENT_OFF.replace("0.8", "0.96")).is(200);
        assertThat(operator.post(path(account, "orders"), audio).is(201).at("/payable")).isEqualTo("240.00");
        operator.put("promotions/summer", promotion.replace("0.02", "0.015")).is(200);
        var listed = operator.get("promotions").is(200).json().at("/items");
        assertThat(listed.values()).extracting(said -> said.at("/value").asString()).containsExactly("0.015", "0.02");

        operator.put("promotions/Summer", promotion).isProblem(400, "MALFORMED_REQUEST");
        operator.put("promotions/other", promotion.replace("offline-asr-custom", "moon")).isProblem(422, "UNKNOWN_PRODUCT");
    }

    @Test
    @Order(4)
    void aVoucherOfAProductPaysItsLinesAlone() {
        var account = operator.accountWith("20000.00");
        var voucher = json("{'voucherId': 'V1', 'amount': '300.00', 'minimumSpend': '100.00',"
                + " 'products': ['number-400'], 'validUntil': '2025-07-01T00:00:00+08:00'}");
        operator.post(path(account, "vouchers"), voucher).is(201);
        var order = json("{'items': [{'product': 'number-400', 'months': 1}, {'product': '" + PACK + "'}],"
                + " 'payment': {'voucherIds': ['V1']}}");

        var placed = operator.post(path(account, "orders"), order).is(201);
        assertThat(placed.at("/paid/voucher")).isEqualTo("108.00");
        var bill = operator.get(path(account, "bills/2025-06")).json();
        assertThat(bill.at("/lines").values())
                .extracting(line -> line.at("/product").asString() + " " + line.at("/voucher").asString())
                .containsExactlyInAnyOrder("number-400 108.00", PACK + " 0.00");
        operator.post(path(account, "orders"), order.replace("number-400", "number-landline"))
                .isProblem(422, "VOUCHER_NOT_APPLICABLE");

        var held = operator.get(path(account, "vouchers")).is(200).json().at("/items/0");
        assertThat(held.at("/left").asString()).isEqualTo("192.00");
        assertThat(held.at("/state").asString()).isEqualTo("USABLE");
        assertThat(held.at("/history").values())
                .extracting(entry -> entry.at("/what").asString() + " " + entry.at("/amount").asString())
                .containsExactly("ISSUED 300.00", "USED 108.00");
        assertThat(held.at("/history/1/orderId").asString()).isEqualTo(placed.at("/orderId"));
    }

    /** The clock ticks on from where it is put; the very last moment is asked for above, by {@code at}. */
    @Test
    @Order(5)
    void whatEndsAtMidnightEndsAtMidnight() {
        var account = operator.accountWith("20000.00");
        operator.put(path(account, "prices/" + PACK), AT_TWENTY_PERCENT_OFF).is(200);
        var voucher = json("{'voucherId': 'V1', 'amount': '50.00', 'validUntil': '2025-07-01T00:00:00+08:00'}");
        operator.post(path(account, "vouchers"), voucher).is(201);
        var audio = json("{'items': [{'product': 'audio-custom', 'minutes': 10000}]}");
        operator.put("clock", json("{'now': '2025-06-30T23:59:00+08:00'}")).is(200);
        assertThat(operator.post(path(account, "orders"), ORDER).is(201).at("/payable")).isEqualTo("3408.00");
        assertThat(operator.post(path(account, "orders"), audio).is(201).at("/payable")).isEqualTo("150.00");

        operator.put("clock", json("{'now': '2025-07-01T00:00:00+08:00'}")).is(200);

        assertThat(operator.post(path(account, "orders"), ORDER).is(201).at("/payable")).isEqualTo("4260.00");
        assertThat(operator.post(path(account, "orders"), audio).is(201).at("/payable")).isEqualTo("250.00");
        var held = operator.get(path(account, "vouchers")).is(200).json().at("/items/0");
        assertThat(held.at("/state").asString()).isEqualTo("EXPIRED");
        assertThat(held.at("/left").asString()).isEqualTo("0.00");
        assertThat(held.at("/history/1/at").asString()).isEqualTo("2025-07-01T00:00:00.000+08:00");
        assertThat(held.at("/history/1/amount").asString()).isEqualTo("50.00");
        assertThat(actorOfExpiry(account)).isEqualTo("system:expiry");
        var paid = ORDER.replace("}]}", "}], \"payment\": {\"voucherIds\": [\"V1\"]}}");
        operator.post(path(account, "orders"), paid).isProblem(422, "VOUCHER_SPENT");
        var june = operator.get(path(account, "bills/2025-06")).json().at("/totals");
        assertThat(june.at("/discount").asString()).as("what was bought keeps its price").isEqualTo("952.00");
    }

    private static String actorOfExpiry(String account) {
        return server.bean(JdbcClient.class)
                .sql("""
                        select metadata ->> 'actor' from ledger_event
                        where event_type = 'account.voucher-expired' and aggregate_id = ?""")
                .param("account-" + account)
                .query(String.class)
                .single();
    }

    private static String path(String account, String rest) {
        return "accounts/" + account + "/" + rest;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
