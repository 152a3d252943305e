package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestsIT {

    private static final Caller operator = SharedServer.operator();
    private static String account = "";

    @BeforeAll
    static void registerAnAccount() {
        account = operator.accountWith("1000.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "funds    | {'amount': '1.00', 'reference': 'r'}                                     | kind",
                "funds    | {'kind': 'GOLD', 'amount': '1.00', 'reference': 'r'}                     | kind",
                "funds    | {'kind': 0, 'amount': '1.00', 'reference': 'r'}                          | kind",
                "funds    | {'kind': 'CASH', 'reference': 'r'}                                       | amount",
                "funds    | {'kind': 'CASH', 'amount': null, 'reference': 'r'}                       | amount",
                "funds    | {'kind': 'CASH', 'amount': 1.00, 'reference': 'r'}                       | amount",
                "funds    | {'kind': 'CASH', 'amount': 1e1000000, 'reference': 'r'}                  | amount",
                "funds    | {'kind': 'CASH', 'amount': '1e1000000', 'reference': 'r'}                | amount",
                "funds    | {'kind': 'CASH', 'amount': '0', 'reference': 'r'}                        | amount",
                "funds    | {'kind': 'CASH', 'amount': '0.00', 'reference': 'r'}                     | amount",
                "funds    | {'kind': 'CASH', 'amount': '-1.00', 'reference': 'r'}                    | amount",
                "funds    | {'kind': 'CASH', 'amount': '0.001', 'reference': 'r'}                    | amount",
                "funds    | {'kind': 'CASH', 'amount': '1000000000000000', 'reference': 'r'}         | amount",
                "funds    | {'kind': 'CASH', 'amount': '1', 'amount': '2', 'reference': 'r'}         | JSON",
                "funds    | {'kind': 'CASH', 'amount': '1.00'}                                       | reference",
                "funds    | {'kind': 'CASH', 'amount': '1.00', 'reference': 7}                       | reference",
                "funds    | {'kind': 'CASH', 'amount': '1.00', 'reference': ' '}                     | reference",
                "funds    | {'kind': 'CASH', 'amount': '1.00', 'reference': 'a\\u0000'}              | reference",
                "funds    | {'kind': 'CASH', 'amount': '1.00', 'reference': '\\ud800'}               | reference",
                "vouchers | {'amount': '1.00'}                                                       | voucherId",
                "vouchers | {'voucherId': 'a b', 'amount': '1.00'}                                   | voucherId",
                "vouchers | {'voucherId': 'V1', 'amount': '0.00'}                                    | amount",
                "vouchers | {'voucherId': 'V1', 'amount': '1.00', 'validUntil': '2030-01-01'}        | validUntil",
                "vouchers | {'voucherId': 'V1', 'amount': '1.00', 'validUntil': 1893456000}          | validUntil",
                "orders   | {}                                                                       | items",
                "orders   | {'items': []}                                                            | items",
                "orders   | {'items': {}}                                                            | items",
                "orders   | {'items': [null]}                                                        | items",
                "orders   | {'items': [{'quantity': 1}]}                                             | items.product",
                "orders   | {'items': [{'product': 'audio-custom', 'minutes': 1.5}]}                 | items[0].minutes",
                "orders   | {'items': [{'product': 'audio-custom', 'minutes': '1000'}]}              | items[0].minutes",
                "orders   | {'items': [{'product': 'audio-custom', 'minutes': 1e1000000}]}           | items[0].minutes",
                "orders   | {'items': [{'product': 'audio-custom', 'minutes': 99999999999999999999}]} | items[0].minutes",
                "orders   | {'items': [{'product': 'x'}], 'payment': {'cash': 1}}                    | payment.cash",
                "orders   | {'items': [{'product': 'x'}], 'payment': {'voucherIds': ['!']}}          | voucherIds",
                "orders   | {'items': [{'product': 'x', 'quantity': true}]}                          | items[0].quantity",
                "orders   | {'items': [{'product': 'x', 'term': 'DECADE'}]}                          | items[0].term",
                "orders   | {'items': [{'product': 'x', 'term': 0}]}                                 | items[0].term",
                "orders   | {'items': [{'product': 'x', 'periods': 0.5}]}                            | items[0].periods",
                "orders   | {'items': [{'product': 'x', 'months': '6'}]}                             | items[0].months",
                "orders   | {'items': [{'product': 'x', 'region': 'MARS'}]}                          | items[0].region",
                "orders   | {'items': [{'product': 'x', 'applicationId': '14'}]}                     | items[0].applicationId",
                "orders   | {'items': [{'product': 'x', 'applicationId': 0}]}                        | items.applicationId",
                "orders   | {'items': [{'product': 'x', 'applicationId': 10000000000000001}]}        | items.applicationId",
                "trials   | {'applicationId': -1, 'kind': 'SEATS'}                                   | applicationId",
                "orders   | {'items': [{'product': 'x', 'autoRenew': 'yes'}]}                        | items[0].autoRenew",
                "quotes   | {'items': []}                                                            | items",
                "refund-quotes | {}                                                                  | resourceId",
                "refund-quotes | {'resourceId': 7}                                                   | resourceId",
                "refunds  | {'resourceId': 'a b'}                                                    | resourceId",
                "refunds  | {'resourceId': 'R1', 'quoteId': ''}                                      | quoteId",
                "refund-vetoes | {'resourceId': 'R1'}                                                | reason",
                "refund-vetoes | {'reason': ' '}                                                     | reason",
                "refund-vetoes/veto-1/lifting | {}                                                   | reason",
                "violations | {'finding': 'f'}                                                       | rule",
                "violations | {'rule': 'V8', 'finding': 'f'}                                         | rule",
                "violations | {'rule': 'V1'}                                                         | finding",
                "violations/violation-000001/appeal | {'reason': 'r'}                                | outcome",
                "violations/violation-000001/appeal | {'outcome': 'LOST', 'reason': 'r'}             | outcome",
                "violations/violation-000001/appeal | {'outcome': 'UPHELD'}                          | reason",
                "adjustments | {'amount': '1.00', 'reason': 'r'}                                     | kind",
                "adjustments | {'kind': 'GOODWILL_CREDIT', 'reason': 'r'}                            | amount",
                "adjustments | {'kind': 'GOODWILL_CREDIT', 'amount': '0.00', 'reason': 'r'}          | amount",
                "adjustments | {'kind': 'GOODWILL_CREDIT', 'amount': '1.00'}                         | reason",
                "adjustments | {'kind': 'MINUTES_TAKEN', 'packId': 'P1', 'reason': 'r'}              | minutes",
                "adjustments | {'kind': 'MINUTES_TAKEN', 'minutes': 0, 'packId': 'P1', 'reason': 'r'} | minutes",
                "adjustments | {'kind': 'MINUTES_TAKEN', 'minutes': 1, 'reason': 'r'}                | packId",
                "adjustments | {'kind': 'MINUTES_TAKEN', 'minutes': 1, 'packId': '!', 'reason': 'r'} | packId",
                "funds    | [1]                                                                      | JSON object",
                "funds    | null                                                                     | JSON object",
                "funds    | {'kind': 'CASH'                                                          | valid JSON",
                "funds    | {'kind': 'CASH', 'amount': '1.00', 'reference': 'r'} {}                  | JSON",
                "funds    | ``                                                                       | JSON object",
            })
    void aBodyThatIsNotUnderstoodNamesTheFieldAndWhatToSend(String path, String body, String named) {
        var reply = operator.post("accounts/" + account + "/" + path, body.replace('\'', '"'));
        reply.isProblem(400, "MALFORMED_REQUEST");
        assertThat(reply.at("/detail")).contains(named).containsAnyOf("send ", "is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "accounts/abc, accountId",
        "accounts/123456789012345678901, accountId",
        "accounts?limit=0, limit",
        "accounts?limit=1001, limit",
        "accounts?limit=ten, limit",
        "accounts?after=%21, after: send the `next` of this list's previous page",
        "accounts?after=AAAA, after: send the `next` of this list's previous page",
        "accounts?limit=1&limit=2, limit: send it once.",
        "accounts/1/funds/movements?month=2025-01&month=2025-02, month: send it once.",
        "accounts/1/usage?month=2025-01&applicationId=, applicationId: send a value or leave it out.",
        "accounts?limit=, limit: send a value or leave it out.",
        "catalogue?at=%20, at: send a value or leave it out.",
        "accounts/1/packs?state=gone, state",
        "accounts/1/resources?limit=0, limit",
        "accounts/{own}/alerts?kind=MOON, kind: send one of PACK_LOW",
        "accounts/{own}/alerts?after=x, after: send the `next` of this list's previous page",
        "accounts/{own}/alerts?after=bm93AGlk, after: send the `next` of this list's previous page",
        "accounts/{own}/webhooks/a_b, name: send 1 to 40 letters",
        "accounts/{own}/resources?after=x, after: send the `next` of this list's previous page",
        "accounts/1/packs?asOf=yesterday, asOf",
        "accounts/1/usage?month=2025-13, month",
        "accounts/1/usage, month: is missing; send a month such as 2025-01.",
        "accounts?legalEntityId=%00, legalEntityId",
        "accounts/1/funds/movements, month: is missing; send a month such as 2025-01.",
        "accounts/1/funds/movements?month=2025-00, month",
        "accounts/1/usage-statistics?to=2025-01-31, from: is missing; send a date such as 2025-01-31.",
        "accounts/1/usage-statistics?from=2025-01-01, to: is missing; send a date such as 2025-01-31.",
        "accounts/1/usage-statistics?from=2025-02-30&to=2025-03-01, from: send a date",
        "accounts/1/usage-statistics?from=2025-01-02&to=2025-01-01, to: send a date that is not before from.",
        "accounts/1/usage-statistics?from=2025-01-01&to=2026-01-02, to: send a date less than 366 days after from.",
        "accounts/1/usage-statistics?from=2025-01-01&to=2025-01-31&applicationId=x, applicationId",
        "accounts/1/usage-panel?from=2025-01-01, to: is missing; send it.",
        "accounts/1/usage-panel?to=2025-01-01, from: is missing; send it.",
        "accounts/1/usage-panel?from=2025-01-02&to=2025-01-01, to: send a date that is not before from.",
        "accounts/1/usage-panel?applicationId=x, applicationId",
        "applications/x/entitlements/E-001, applicationId",
        "applications/1/entitlements/E-001?at=now, at",
        "applications/1/entitlements/E-001?accountId=x, accountId",
        "applications/1/entitlements?limit=0, limit",
        "applications/1/entitlements?after=x, after: send the `next` of this list's previous page",
        "accounts/1/reconciliation?from=2025-01-01&to=20250131, to: send a date such as 2025-01-31.",
        "accounts/1/reconciliation?from=2025-01-02&to=2025-01-01, to: send a date that is not before from.",
        "accounts/1/reconciliation?from=0001-01-01&to=9999-12-31, to: send a date less than 366 days after from.",
        "accounts/1/events?limit=0, limit",
        "accounts/{own}/events?from=yesterday, from",
        "accounts/{own}/events?resourceId=a_b, resourceId",
        "accounts/{own}/events?recordId=%00, recordId",
        "accounts/{own}/events.jsonl?month=1, month",
        "accounts/{own}/packs?position=-1, position: send a number from 0 to",
        "accounts/{own}/packs?position=999999999999999, position: send a number from 0 to",
        "accounts/{own}/packs?position=1&asOf=2025-01-01T00:00:00Z, position: send it or asOf",
        "accounts/{own}/funds?asOf=now, asOf",
        "looks?accountId=x, accountId",
        "looks?key=%00, key",
        "looks?after=bm8, after: send the `next` of this list's previous page",
        "accounts/{own}/resources?position=x, position",
        "accounts/{own}/bills/2025-01?asOf=x, asOf",
        "accounts/{own}/usage?month=2025-01&asOf=x, asOf",
        "accounts/{own}/difference?from=2025-01-01T00:00:00Z, to: is missing; send it.",
        "accounts/{own}/difference?from=2025-01-02T00:00:00Z&to=2025-01-01T00:00:00Z, to: send a time that is not before from.",
        "accounts/{own}/packs/a_b/explanation, packId",
        "accounts/{own}/packs/P1/draws?month=x, month",
        "accounts/{own}/orders/a_b/explanation, orderId",
        "accounts/{own}/bills/2025-1/lines/USAGE.AUDIO/explanation, month",
        "accounts/{own}/events?after=AAAA, after: send the `next` of this list's previous page",
        "accounts/{own}/events?after=MABhAC0xAC0xAC0xAC0xAC0xAC0x, after: send the `next` of this list's previous page",
        "accounts/1/usage?month=2025-01&meter=WATER, meter",
        "accounts/1/usage?month=2025-01&applicationId=x, applicationId",
        "accounts/1/usage/2025-13.xlsx, month",
        "accounts/1/usage/2025-01.xlsx?lang=fr, lang: send zh or en",
        "accounts/1/usage/2025-01.xlsx?lang=zh&lang=en, lang: send it once.",
        "accounts/1/usage/2025-01.csv?meter=AUDIO&meter=WATER, meter",
        "accounts/1/usage/2025-01.jsonl.gz?meter=AUDIO&meter=, meter: send a value or leave it out.",
        "usage/2025-1.csv, month",
        "usage/2025-01.jsonl.gz?meter=WATER, meter",
        "accounts/1/bills/2025-01.pdf?lang=fr, lang: send zh or en",
        "accounts/1/bills/2025-01.xlsx?view=moon, view",
        "bills/2025-00.xlsx, month",
        "bills/2025-01.csv?view=moon, view",
        "accounts/1/bills/2025-1, month",
        "accounts/1/bills/2025-01?view=moon, view",
        "journal, month: is missing; send a month such as 2025-01.",
        "journal?month=2025-13, month",
        "journal?month=2025-01&accountId=x, accountId",
        "journal?month=2025-01&after=AAAA, after: send the `next` of this list's previous page",
        "journal.csv?month=1, month",
        "journal.journal, month: is missing; send a month such as 2025-01.",
        "journal/trial-balance?month=x, month",
        "catalogue?at=now, at",
        "ingest/dead-letters?after=x, after: send the `next` of this list's previous page",
        "ingest/dead-letters?reason=BORED, reason",
        "ingest/dead-letters?accountId=x, accountId",
        "ingest/dead-letters/x, id",
    })
    void aParameterThatIsNotUnderstoodIsNamed(String path, String named) {
        var reply = operator.get(path.replace("{own}", account));
        reply.isProblem(400, "MALFORMED_REQUEST");
        assertThat(reply.at("/detail")).contains(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"\", \"legalEntityId\": \"E\"}", "{\"legalEntityId\": \"E\"}", "{\"name\": \"A\"}"})
    void anAccountNeedsANameAndALegalEntity(String body) {
        operator.put("accounts/77", body).isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void aBodyOfMegabytesIsRefused() {
        var body = "{\"name\": \"" + "x".repeat(2_000_000) + "\", \"legalEntityId\": \"E\"}";
        operator.put("accounts/77", body).isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void aNestingWithoutEndIsRefused() {
        operator.put("accounts/77", "{\"a\":".repeat(100_000)).isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void anIdempotencyKeyIsNeededToMoveMoneyOrMinutes() {
        for (var path : new String[] {"funds", "vouchers", "orders"}) {
            operator.send("POST", "accounts/" + account + "/" + path, "{}").isProblem(400, "IDEMPOTENCY_KEY_MISSING");
        }
    }

    @Test
    void anIdempotencyKeyIsSentOnce() {
        var body = "{\"kind\": \"CASH\", \"amount\": \"1.00\", \"reference\": \"r\"}";
        var twice = operator.request("/api/v1/accounts/" + account + "/funds")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "one")
                .header("Idempotency-Key", "two")
                .POST(BodyPublishers.ofString(body));
        var reply = operator.send(twice).isProblem(400, "MALFORMED_REQUEST");
        assertThat(reply.at("/detail")).isEqualTo("Idempotency-Key: send it once.");
    }

    @Test
    void anIdempotencyKeyIsPrintableAndNotTooLong() {
        operator.post("accounts/" + account + "/funds", "", "{}").isProblem(400, "IDEMPOTENCY_KEY_MISSING");
        operator.post("accounts/" + account + "/funds", "k".repeat(256), "{}").isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        operator.get("moon").isProblem(404, "NOT_FOUND");
        operator.get("/nowhere").isProblem(404, "NOT_FOUND");
    }

    @Test
    void aMethodThatIsNotPossibleNamesThoseThatAre() {
        var reply = operator.send("DELETE", "accounts/" + account, "");
        reply.isProblem(405, "METHOD_NOT_ALLOWED");
        assertThat(reply.header("Allow").orElseThrow()).contains("GET", "PUT");
        assertThat(reply.at("/detail")).contains("GET", "PUT");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        var request = operator.request("accounts/77")
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString("name=Acme"));
        operator.send(request).isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aPathThatTheContainerRefusesIsAProblemToo() {
        operator.get("/api/v1/accounts/1;x=%00").isProblem(400, "MALFORMED_REQUEST");
        operator.get("/api/v1/accounts/%00").isProblem(400, "MALFORMED_REQUEST");
        operator.get("/api/v1/accounts/a%2Fb").isProblem(400, "MALFORMED_REQUEST");
    }
}
