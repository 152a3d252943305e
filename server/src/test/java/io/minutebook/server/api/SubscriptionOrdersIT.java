package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is paid by the term, bought from a whole server. */
class SubscriptionOrdersIT {

    private static final Caller operator = SharedServer.operator();
    private static final String EVERYTHING =
            """
            {"items": [
              {"product": "extra-seat-advanced", "quantity": 4, "applicationId": 1400000001},
              {"product": "seats-advanced", "term": "MONTH", "applicationId": 1400000001},
              {"product": "sip-phone-advanced", "quantity": 2, "applicationId": 1400000001},
              {"product": "number-landline", "quantity": 2, "months": 6},
              {"product": "number-400", "months": 12, "autoRenew": true},
              {"product": "chat-advanced", "months": 1, "region": "OVERSEAS", "applicationId": 1400000001},
              {"product": "chat-licence", "quantity": 5, "region": "OVERSEAS", "applicationId": 1400000001},
              {"product": "bot-messages-100k", "quantity": 2, "region": "OVERSEAS", "applicationId": 1400000001},
              {"product": "landline-outbound-10000"}
            ]}""";

    private String account = "";

    @BeforeEach
    void openAnAccount() {
        account = operator.accountWith("20000.00");
    }

    @Test
    void oneOrderHoldsEveryKindOfProduct() {
        var order = operator.post(path("orders"), EVERYTHING).is(201);

        assertThat(order.at("/payable")).isEqualTo("11612.00");
        assertThat(order.json().at("/warnings")).isEmpty();
        assertThat(order.json().at("/lines").values())
                .extracting(line -> line.at("/product").asString() + " " + line.at("/quantity").asInt() + " "
                        + line.at("/amount").asString())
                .containsExactly(
                        "extra-seat-advanced 4 1196.00",
                        "seats-advanced 1 897.00",
                        "sip-phone-advanced 2 178.00",
                        "number-landline 1 300.00",
                        "number-landline 1 300.00",
                        "number-400 1 1296.00",
                        "chat-advanced 1 4500.00",
                        "chat-licence 5 1495.00",
                        "bot-messages-100k 1 0.00",
                        "bot-messages-100k 1 0.00",
                        "landline-outbound-10000 1 1450.00");
        assertThat(operator.get("accounts/" + account).at("/funds/cash")).isEqualTo("8388.00");
        assertThat(operator.get(path("orders")).json().at("/items/0/lines")).isEqualTo(order.json().at("/lines"));
    }

    @Test
    void aLaterOrderAndAQuoteKnowWhatIsHeld() {
        operator.post(path("orders"), EVERYTHING).is(201);
        var more = "{\"items\": [{\"product\": \"extra-seat-advanced\", \"applicationId\": 1400000001}]}";

        var quote = operator.post(path("quotes"), more).is(200);
        var order = operator.post(path("orders"), more).is(201);

        assertThat(quote.at("/payable")).isEqualTo("299.00").isEqualTo(order.at("/payable"));
        var end = operator.get(path("orders")).json().at("/items/1/lines/1/validUntil").asString();
        assertThat(order.at("/lines/0/validUntil")).isEqualTo(end);
        operator.post(path("orders"), more.replace("advanced", "standard")).isProblem(422, "EDITION_MISMATCH");
        operator.post(path("quotes"), more.replace("1400000001", "2")).isProblem(422, "PLAN_REQUIRED");
    }

    @Test
    void theCatalogueListsEveryPriceOfAProduct() {
        var products = operator.get("catalogue").is(200).json().at("/products");

        var plan = products.valueStream()
                .filter(item -> item.at("/product").asString().equals("seats-standard"))
                .findFirst()
                .orElseThrow();
        assertThat(plan.at("/prices").values())
                .extracting(price -> price.at("/term").asString() + " " + price.at("/unitPrice").asString())
                .containsExactly("MONTH 597.00", "YEAR 7164.00");
        assertThat(plan.at("/seats").asInt()).isEqualTo(3);
        assertThat(plan.at("/upgradesTo").asString()).isEqualTo("seats-advanced");
    }

    private String path(String rest) {
        return "accounts/" + account + "/" + rest;
    }
}
