package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The bill of a month in which every kind of product was bought, renewed and upgraded. */
class SubscriptionBillsIT {

    private static final Caller operator = SharedServer.operator();
    private static final String EVERYTHING = json(
            """
            {'items': [
              {'product': 'seats-standard', 'term': 'MONTH', 'periods': 2, 'applicationId': 14},
              {'product': 'extra-seat-standard', 'quantity': 3, 'applicationId': 14},
              {'product': 'sip-phone-standard', 'applicationId': 14},
              {'product': 'number-landline', 'months': 1},
              {'product': 'chat-standard', 'months': 1, 'region': 'OVERSEAS', 'applicationId': 14},
              {'product': 'chat-licence', 'quantity': 5, 'region': 'OVERSEAS', 'applicationId': 14},
              {'product': 'bot-messages-100k', 'region': 'OVERSEAS', 'applicationId': 14},
              {'product': 'landline-outbound-10000'},
              {'product': 'realtime-asr-custom', 'minutes': 1000}
            ], 'payment': {'voucherIds': ['V1']}}""");

    @Test
    void everyProductHasALineOfItsFamilyAndTheLinesSumToTheOrders() {
        var account = operator.accountWith("50000.00");
        var path = "accounts/" + account + "/";
        operator.post(path + "vouchers", json("{'voucherId': 'V1', 'amount': '33.33'}")).is(201);
        operator.post(path + "funds", json("{'kind': 'GIFT', 'amount': '77.77', 'reference': 'gift'}")).is(201);
        var order = operator.post(path + "orders", EVERYTHING).is(201);
        var plan = order.at("/lines/0/resourceId");
        var number = order.at("/lines/3/resourceId");
        operator.post(path + "resources/" + number + "/renewals", json("{'periods': 6}")).is(201);
        operator.post(path + "resources/" + plan + "/upgrade", json("{'product': 'seats-advanced'}")).is(201);

        var month = order.at("/placedAt").substring(0, 7);
        var bill = operator.get(path + "bills/" + month).is(200).json();

        var withPlan = ", with plan " + plan;
        assertThat(bill.at("/lines").values())
                .extracting(SubscriptionBillsIT::summary)
                .containsExactlyInAnyOrder(
                        "SUBSCRIPTION seats-standard PURCHASE 2 months, standard, application 14 1 PIECE",
                        "ADD_ON extra-seat-standard PURCHASE 2 months, standard, application 14" + withPlan + " 3 PIECE",
                        "ADD_ON sip-phone-standard PURCHASE 2 months, standard, application 14" + withPlan + " 1 PIECE",
                        "CALL number-landline PURCHASE 1 month 1 PIECE",
                        "SUBSCRIPTION chat-standard PURCHASE 1 month, standard, overseas, application 14 1 PIECE",
                        "ADD_ON chat-licence PURCHASE 1 month, overseas, application 14, with plan "
                                + order.at("/lines/4/resourceId") + " 5 PIECE",
                        "ADD_ON bot-messages-100k PURCHASE 100000 bot messages, overseas, application 14 1 PACK",
                        "CALL landline-outbound-10000 PURCHASE 10000 minutes 1 PACK",
                        "VALUE_ADDED realtime-asr-custom PURCHASE 1000 minutes 1 PACK",
                        "CALL number-landline RENEWAL 6 months 1 PIECE",
                        "SUBSCRIPTION seats-advanced PURCHASE upgrade for the rest of the term, advanced,"
                                + " application 14 1 PIECE",
                        "ADD_ON extra-seat-advanced PURCHASE upgrade for the rest of the term, advanced,"
                                + " application 14" + withPlan + " 3 PIECE",
                        "ADD_ON sip-phone-advanced PURCHASE upgrade for the rest of the term, advanced,"
                                + " application 14" + withPlan + " 1 PIECE");
        var renewal = bill.at("/lines").valueStream()
                .filter(line -> line.at("/transactionType").asString().equals("RENEWAL"))
                .findFirst()
                .orElseThrow();
        assertThat(renewal.at("/usageStart")).isEqualTo(order.json().at("/lines/3/validUntil"));

        var orders = operator.get(path + "orders").json().at("/items");
        assertThat(orders).hasSize(3);
        assertThat(bill.at("/totals/amount").asString()).isEqualTo(sum(orders, "/payable"));
        for (var means : List.of("voucher", "gift", "revenueShare", "cash")) {
            var paid = sum(orders, "/paid/" + means);
            assertThat(bill.at("/totals/" + means).asString()).as(means).isEqualTo(paid);
            assertThat(sum(bill.at("/lines"), "/" + means)).as(means).isEqualTo(paid);
        }
        var detail = operator.get(path + "bills/" + month + "?view=detail").is(200).json();
        assertThat(detail.at("/lines")).hasSameSizeAs(bill.at("/lines"));
        assertThat(detail.at("/totals")).isEqualTo(bill.at("/totals"));
        assertThat(operator.get(path + "bills/" + month + ".csv").is(200).body())
                .contains(",ADD_ON,chat-licence,,PREPAID,PURCHASE,", ",\"1 month, overseas, application 14, with plan ");
    }

    private static String summary(JsonNode line) {
        var words = new StringBuilder();
        for (var field : List.of("family", "product", "transactionType", "configuration", "quantity", "unit")) {
            words.append(words.isEmpty() ? "" : " ").append(line.at("/" + field).asString());
        }
        return words.toString();
    }

    private static String sum(JsonNode items, String pointer) {
        return Money.sum(items.valueStream().map(item -> Money.yuan(item.at(pointer).asString())).toList()).toString();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
