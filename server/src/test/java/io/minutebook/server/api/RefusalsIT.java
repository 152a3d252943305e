package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsIT {

    private static final Caller operator = SharedServer.operator();
    private static String account = "";

    @BeforeAll
    static void openAnAccount() {
        account = operator.accountWith("100.00");
        operator.post("accounts/" + account + "/vouchers", "{\"voucherId\": \"V1\", \"amount\": \"10.00\"}").is(201);
        operator.post(
                        "accounts/" + account + "/vouchers",
                        "{\"voucherId\": \"OLD\", \"amount\": \"10.00\", \"validUntil\": \"2020-01-01T00:00:00Z\"}")
                .is(201);
        operator.post(
                        "accounts/" + account + "/vouchers",
                        "{\"voucherId\": \"SEATS\", \"amount\": \"10.00\", \"products\": [\"seats-standard\"]}")
                .is(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'product': 'moon'}                                     |                             | UNKNOWN_PRODUCT",
                "{'product': 'landline-outbound-10000', 'quantity': 0}   |                             | QUANTITY_NOT_POSITIVE",
                "{'product': 'landline-outbound-custom', 'minutes': 1000}|                             | BELOW_MINIMUM",
                "{'product': 'landline-outbound-custom', 'minutes': 2000000000} |                      | ABOVE_MAXIMUM",
                "{'product': 'landline-outbound-custom', 'minutes': 5001}|                             | OFF_STEP",
                "{'product': 'number-400', 'months': 0}                  |                             | TERM_INVALID",
                "{'product': 'extra-seat-standard', 'applicationId': 1}  |                             | PLAN_REQUIRED",
                "{'product': 'seats-standard', 'term': 'YEAR', 'applicationId': 1}, {'product': 'sip-phone-advanced', 'applicationId': 1} | | EDITION_MISMATCH",
                "{'product': 'seats-standard', 'term': 'YEAR', 'applicationId': 1}, {'product': 'sip-phone-standard', 'term': 'MONTH', 'applicationId': 1} | | TERM_DIFFERS_FROM_PLAN",
                "{'product': 'landline-outbound-10000'}                  | 'voucherIds': ['V9']        | UNKNOWN_VOUCHER",
                "{'product': 'landline-outbound-10000'}                  | 'voucherIds': ['OLD']       | VOUCHER_SPENT",
                "{'product': 'landline-outbound-10000'}                  | 'voucherIds': ['SEATS']     | VOUCHER_NOT_APPLICABLE",
                "{'product': 'landline-outbound-10000'}                  | 'cash': '1000000.00'        | PAYMENT_MISMATCH",
                "{'product': 'landline-outbound-10000'}                  |                             | INSUFFICIENT_FUNDS",
            })
    void anOrderThatBreaksARuleIsRefusedWithItsCode(String item, String payment, String code) {
        var body = "{'items': [" + item + "], 'payment': {" + (payment == null ? "" : payment) + "}}";
        operator.post("accounts/" + account + "/orders", body.replace('\'', '"')).isProblem(422, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'product': 'seats-standard', 'term': 'YEAR'}                             | needs applicationId",
        "{'product': 'chat-standard', 'months': 1, 'applicationId': 1}             | needs region",
        "{'product': 'number-400', 'months': 1, 'applicationId': 1}                | takes no applicationId",
    })
    void anItemThatLacksAFieldOrHasOneTooManyIsMalformed(String item, String told) {
        var body = "{'items': [" + item + "]}";
        var problem = operator.post("accounts/" + account + "/orders", body.replace('\'', '"'))
                .isProblem(400, "MALFORMED_REQUEST");
        assertThat(problem.at("/detail")).contains(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'kind': 'RATE', 'value': '0.8'                          | 'kind': 'HALF', 'value': '0.8'  | kind
            'kind': 'RATE', 'value': '0.8'                          | 'kind': 'RATE', 'value': '0'    | value
            'kind': 'RATE', 'value': '0.8'                          | 'kind': 'RATE', 'value': '1.1'  | value
            'kind': 'RATE', 'value': '0.8'                          | 'kind': 'RATE', 'value': '0.80001' | value
            'kind': 'RATE', 'value': '0.8'                          | 'kind': 'RATE', 'value': '-0.8' | value
            'kind': 'RATE', 'value': '0.8'                          | 'kind': 'RATE', 'value': 0.8    | value
            'kind': 'RATE', 'value': '0.8'                          | 'kind': 'AMOUNT', 'value': '0.00' | value
            'kind': 'RATE', 'value': '0.8'                          | 'kind': 'AMOUNT', 'value': '1000000' | value
            'kind': 'RATE', 'value': '0.8'                          | 'kind': 'AMOUNT', 'value': '1e1' | value
            'from': '2025-06-01'                                    | 'from': '2025-06-31'            | from
            'from': '2025-06-01'                                    | 'from': 'now'                   | from
            'until': '2025-07-01'                                   | 'until': '2025-06-01'           | until
            'until': '2025-07-01'                                   | 'until': '2025-05-31T23:59:59.999+08:00' | until
            'reason': 'r'                                           | 'reason': ' '                   | reason
            'refundable': true                                      | 'refundable': 'yes'             | refundable
            """)
    void aPriceOrAPromotionThatBreaksARuleIsMalformed(String right, String wrong, String field) {
        var terms = "'kind': 'RATE', 'value': '0.8', 'from': '2025-06-01', 'until': '2025-07-01', 'reason': 'r',"
                + " 'refundable': true";
        var body = terms.replace(right, wrong).replace('\'', '"');
        var price = operator.put("accounts/" + account + "/prices/audio-custom", "{" + body + "}");
        var promotion = operator.put("promotions/wrong", "{\"products\": [\"audio-custom\"], " + body + "}");
        assertThat(price.isProblem(400, "MALFORMED_REQUEST").at("/detail")).contains(field);
        assertThat(promotion.isProblem(400, "MALFORMED_REQUEST").at("/detail")).contains(field);
    }

    @Test
    void aPriceIsAgreedForAnAccountAndAProductThatThereAre() {
        var body = "{\"kind\": \"RATE\", \"value\": \"1\", \"from\": \"2025-06-01\", \"reason\": \"r\","
                + " \"refundable\": true}";
        operator.put("accounts/404404/prices/moon", body).isProblem(404, "UNKNOWN_ACCOUNT");
        operator.put("accounts/" + account + "/prices/moon", body).isProblem(422, "UNKNOWN_PRODUCT");
        operator.put("accounts/" + account + "/prices/MOON", body).isProblem(400, "MALFORMED_REQUEST");
        operator.get("accounts/" + account + "/prices/moon").isProblem(422, "UNKNOWN_PRODUCT");
        operator.get("accounts/" + account + "/prices/audio-custom?at=2019-12-31T00:00:00Z")
                .isProblem(422, "PRODUCT_NOT_ON_SALE");
    }

    @Test
    void aRefusalLeavesNothingBehind() {
        var before = operator.get("accounts/" + account).body();
        operator.post("accounts/" + account + "/orders", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .isProblem(422, "INSUFFICIENT_FUNDS");
        assertThat(operator.get("accounts/" + account).body()).isEqualTo(before);
        assertThat(operator.get("accounts/" + account + "/orders").json().at("/items")).isEmpty();
        assertThat(operator.get("accounts/" + account + "/packs").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, months/2099-01/close,        409, MONTH_NOT_OVER",
        "POST, months/2025-01/close,        409, EARLIER_MONTH_OPEN",
        "GET,  months/2025-01/manifest.csv, 409, MONTH_NOT_FINAL",
        "GET,  months/2025-13,              400, MALFORMED_REQUEST",
        "POST, months/january/close,        400, MALFORMED_REQUEST",
    })
    void aMonthIsClosedOnceItIsOverAndItsTurnHasCome(String method, String path, int status, String code) {
        operator.send(method, path, "").isProblem(status, code);
    }

    @Test
    void aViewThatThereIsNotIsMalformed() {
        for (var path : List.of("usage?month=2025-01&known=", "usage/2025-01.csv?known=", "bills/2025-01?known=")) {
            operator.get("accounts/" + account + "/" + path + "then").isProblem(400, "MALFORMED_REQUEST");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  accounts/404404",
        "GET,  accounts/404404/orders",
        "GET,  accounts/404404/resources",
        "GET,  accounts/404404/packs",
        "GET,  accounts/404404/packs?asOf=2030-01-01T00:00:00Z",
        "GET,  accounts/404404/usage?month=2025-01",
        "GET,  accounts/404404/usage/2025-01.csv",
        "GET,  accounts/404404/usage/2025-01.xlsx",
        "GET,  accounts/404404/usage/2025-01.jsonl.gz",
        "GET,  accounts/404404/bills/2025-01.xlsx",
        "GET,  accounts/404404/bills/2025-01.pdf",
        "GET,  accounts/404404/bills/2025-01",
        "GET,  accounts/404404/bills/2025-01.csv",
        "GET,  accounts/404404/bills/2025-01?view=detail",
        "GET,  accounts/404404/bills/2025-01.csv?view=detail",
        "GET,  accounts/404404/funds/movements?month=2025-01",
        "GET,  accounts/404404/vouchers",
        "GET,  accounts/404404/prices",
        "GET,  accounts/404404/prices/audio-custom",
        "GET,  accounts/404404/usage-statistics?from=2025-01-01&to=2025-01-31",
        "GET,  accounts/404404/reconciliation?from=2025-01-01&to=2025-01-31",
        "GET,  accounts/404404/months/2025-01/difference",
        "GET,  accounts/404404/events",
        "GET,  accounts/404404/alerts",
        "GET,  accounts/404404/webhooks",
        "GET,  accounts/404404/webhooks/w",
        "DELETE, accounts/404404/webhooks/w",
        "POST, accounts/404404/webhooks/w/test",
        "POST, accounts/404404/webhooks/w/secret",
        "GET,  accounts/404404/webhooks/w/deliveries",
        "POST, accounts/404404/webhooks/w/deliveries/1/redelivery",
        "GET,  accounts/404404/refunds",
        "GET,  accounts/404404/refund-vetoes",
        "GET,  accounts/404404/violations",
        "GET,  accounts/404404/adjustments",
    })
    void anAccountThatDoesNotExistIsUnknown(String method, String path) {
        operator.send(method, path, "").isProblem(404, "UNKNOWN_ACCOUNT");
    }

    @Test
    void nothingIsBookedOnAnAccountThatDoesNotExist() {
        var path = "accounts/404404/";
        operator.post(path + "funds", "{\"kind\": \"CASH\", \"amount\": \"1.00\", \"reference\": \"r\"}")
                .isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "vouchers", "{\"voucherId\": \"V1\", \"amount\": \"1.00\"}")
                .isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "orders", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "quotes", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "orders", "{\"items\": [{\"product\": \"moon\"}]}").isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "trials", "{\"applicationId\": 1, \"kind\": \"SEATS\"}").isProblem(404, "UNKNOWN_ACCOUNT");
        for (var rest : new String[] {"/renewals", "/upgrade", "/deregistration"}) {
            operator.post(path + "resources/R1" + rest, "{\"product\": \"seats-advanced\"}")
                    .isProblem(404, "UNKNOWN_ACCOUNT");
        }
        operator.post(path + "adjustments", "{\"kind\": \"GOODWILL_CREDIT\", \"amount\": \"1.00\", \"reason\": \"r\"}")
                .isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "adjustments/adjustment-000001/approval", "").isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "refund-quotes", "{\"resourceId\": \"R1\"}").isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "refunds", "{\"resourceId\": \"R1\"}").isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "refund-vetoes", "{\"reason\": \"odd\"}").isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "refund-vetoes/veto-000001/lifting", "{\"reason\": \"r\"}")
                .isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "violations", "{\"rule\": \"V1\", \"finding\": \"f\"}").isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "violations/violation-000001/appeal", "{\"outcome\": \"UPHELD\", \"reason\": \"r\"}")
                .isProblem(404, "UNKNOWN_ACCOUNT");
        operator.send("PATCH", path + "resources/R1", "{\"autoRenew\": true}").isProblem(404, "UNKNOWN_ACCOUNT");
        operator.post(path + "quotes", "{\"items\": [{\"product\": \"moon\"}]}").isProblem(404, "UNKNOWN_ACCOUNT");
    }

    @Test
    void aVoucherIsIssuedOnce() {
        operator.post("accounts/" + account + "/vouchers", "{\"voucherId\": \"V1\", \"amount\": \"5.00\"}")
                .isProblem(409, "VOUCHER_EXISTS");
    }

    @Test
    void theLegalEntityIsFixedAfterTheFirstOrder() {
        var buyer = operator.accountWith("10000.00");
        operator.put("accounts/" + buyer, "{\"name\": \"Acme\", \"legalEntityId\": \"E-2\"}").is(200);
        operator.post("accounts/" + buyer + "/orders", "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}")
                .is(201);
        operator.put("accounts/" + buyer, "{\"name\": \"Acme\", \"legalEntityId\": \"E-3\"}")
                .isProblem(409, "LEGAL_ENTITY_FIXED");
        operator.put("accounts/" + buyer, "{\"name\": \"Acme Ltd\", \"legalEntityId\": \"E-2\"}").is(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/alerts                          | WEBHOOK_URL_INVALID",
        "ftp://8.8.8.8/                   | WEBHOOK_URL_INVALID",
        "file:///etc/passwd               | WEBHOOK_URL_INVALID",
        "https://user:secret@8.8.8.8/     | WEBHOOK_URL_INVALID",
        "https://8.8.8.8/#part            | WEBHOOK_URL_INVALID",
        "https:///alerts                  | WEBHOOK_URL_INVALID",
        "https://8.8.8.8 /                | WEBHOOK_URL_INVALID",
        "http://8.8.8.8/                  | WEBHOOK_NOT_HTTPS",
        "https://alerts.invalid/          | WEBHOOK_HOST_UNKNOWN",
        "https://127.0.0.1/               | WEBHOOK_ADDRESS_FORBIDDEN",
        "https://localhost:8080/api/v1    | WEBHOOK_ADDRESS_FORBIDDEN",
        "https://10.20.30.40/             | WEBHOOK_ADDRESS_FORBIDDEN",
        "https://192.168.0.1/             | WEBHOOK_ADDRESS_FORBIDDEN",
        "https://169.254.169.254/latest/meta-data | WEBHOOK_ADDRESS_FORBIDDEN",
        "https://100.100.100.200/         | WEBHOOK_ADDRESS_FORBIDDEN",
        "https://[::1]/                   | WEBHOOK_ADDRESS_FORBIDDEN",
        "https://[::ffff:10.0.0.1]/       | WEBHOOK_ADDRESS_FORBIDDEN",
        "https://[fd00:ec2::254]/         | WEBHOOK_ADDRESS_FORBIDDEN",
    })
    void aWebhookThatMayNotBeSentToIsRefused(String url, String code) {
        var body = "{\"url\": \"" + url + "\"}";
        operator.put("accounts/" + account + "/webhooks/w", body).isProblem(422, code);
        operator.put("webhooks/w", body).isProblem(422, code);
        operator.get("accounts/" + account + "/webhooks/w").isProblem(404, "UNKNOWN_WEBHOOK");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /w", "DELETE, /w", "POST, /w/test", "POST, /w/secret", "GET, /w/deliveries", "POST, /w/deliveries/1/redelivery",
    })
    void aWebhookThatIsNotSetIsUnknown(String method, String path) {
        operator.send(method, "accounts/" + account + "/webhooks" + path, "").isProblem(404, "UNKNOWN_WEBHOOK");
        operator.send(method, "webhooks" + path, "").isProblem(404, "UNKNOWN_WEBHOOK");
    }

    @Test
    void anAccountHasTenWebhooksAtMost() {
        var buyer = operator.accountWith("1.00");
        var body = "{\"url\": \"https://8.8.8.8/\"}";
        for (int number = 1; number <= 10; number++) {
            operator.put("accounts/" + buyer + "/webhooks/w" + number, body).is(201);
        }
        operator.put("accounts/" + buyer + "/webhooks/w11", body).isProblem(422, "TOO_MANY_WEBHOOKS");
        operator.put("accounts/" + buyer + "/webhooks/w1", body).is(200);
        operator.send("POST", "accounts/" + buyer + "/webhooks/w1/deliveries/404404/redelivery", "")
                .isProblem(404, "UNKNOWN_DELIVERY");
    }

    @Test
    void aDeadLetterThatDoesNotExistIsUnknown() {
        operator.get("ingest/dead-letters/999999").isProblem(404, "UNKNOWN_DEAD_LETTER");
    }

    @Test
    void aProjectionThatDoesNotExistIsUnknown() {
        assertThat(operator.send("POST", "projections/moon/replay", "").isProblem(404, "UNKNOWN_PROJECTION").at("/detail"))
                .contains("accounts, packs, usage, bills, resources, journal, alerts");
    }

    @Test
    void theClockOfALedgerInRealTimeIsNotFound() {
        operator.get("clock").isProblem(404, "CLOCK_OFF");
        operator.put("clock", "{\"now\": \"2030-01-01T00:00:00Z\"}").isProblem(404, "CLOCK_OFF");
    }
}
