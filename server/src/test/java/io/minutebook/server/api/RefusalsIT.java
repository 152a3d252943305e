package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

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
        "GET,  accounts/404404",
        "GET,  accounts/404404/orders",
        "GET,  accounts/404404/resources",
        "GET,  accounts/404404/packs",
        "GET,  accounts/404404/packs?asOf=2030-01-01T00:00:00Z",
        "GET,  accounts/404404/usage?month=2025-01",
        "GET,  accounts/404404/usage/2025-01.csv",
        "GET,  accounts/404404/bills/2025-01",
        "GET,  accounts/404404/bills/2025-01.csv",
        "GET,  accounts/404404/bills/2025-01?view=detail",
        "GET,  accounts/404404/bills/2025-01.csv?view=detail",
        "GET,  accounts/404404/funds/movements?month=2025-01",
        "GET,  accounts/404404/usage-statistics?from=2025-01-01&to=2025-01-31",
        "GET,  accounts/404404/reconciliation?from=2025-01-01&to=2025-01-31",
        "GET,  accounts/404404/events",
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

    @Test
    void aDeadLetterThatDoesNotExistIsUnknown() {
        operator.get("ingest/dead-letters/999999").isProblem(404, "UNKNOWN_DEAD_LETTER");
    }

    @Test
    void aProjectionThatDoesNotExistIsUnknown() {
        assertThat(operator.send("POST", "projections/moon/replay", "").isProblem(404, "UNKNOWN_PROJECTION").at("/detail"))
                .contains("accounts, packs, usage, bills, resources");
    }

    @Test
    void theClockOfALedgerInRealTimeIsNotFound() {
        operator.get("clock").isProblem(404, "CLOCK_OFF");
        operator.put("clock", "{\"now\": \"2030-01-01T00:00:00Z\"}").isProblem(404, "CLOCK_OFF");
    }
}
