package io.minutebook.server.api;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of the tour in which a customer gives back what can be given back, and breaks the rules of access. */
final class ReturnsTour {

    private static final String ACCOUNT = "1400000003";
    private static final String OF_ACCOUNT = "accounts/" + ACCOUNT + "/";
    private static final String SEATS = "{'product': 'seats-standard', 'term': 'MONTH', 'applicationId': 15}";
    private static final String NUMBER = "{'product': 'number-landline', 'months': 1}";
    private static final String CHAT =
            "{'product': 'chat-standard', 'months': 1, 'region': 'DOMESTIC', 'applicationId': 15}";
    private static final String PACKS = "{'product': 'landline-outbound-10000', 'quantity': 3}";

    private final Caller operator;
    private final Caller colleague;
    private final Conversation talk;
    private JsonNode early = JsonMapper.shared().createArrayNode();
    private JsonNode lines = JsonMapper.shared().createArrayNode();

    ReturnsTour(Caller operator, Caller colleague, Conversation talk) {
        this.operator = operator;
        this.colleague = colleague;
        this.talk = talk;
    }

    /** Seats and a number that end in January. */
    void buyEarly() {
        operator.put("accounts/" + ACCOUNT, json("{'name': 'Gamma Travel', 'legalEntityId': '91440300MA5RETURNS'}"))
                .is(201);
        operator.post(OF_ACCOUNT + "funds", json("{'kind': 'CASH', 'amount': '20000.00', 'reference': 'transfer'}"))
                .is(201);
        early = order(SEATS, NUMBER);
    }

    private JsonNode order(String... items) {
        var order = json("{'items': [" + String.join(", ", items) + "]}");
        return operator.post(OF_ACCOUNT + "orders", order).is(201).json().at("/lines");
    }

    void giveBack() {
        lines = order(SEATS, SEATS, CHAT, PACKS);
        var pack = idOf(lines, 3);
        talk.post(OF_ACCOUNT + "refund-quotes", about("R404404")).isProblem(404, "UNKNOWN_RESOURCE");
        var quote = talk.post(OF_ACCOUNT + "refund-quotes", about(pack)).is(200);
        var asked = json("{'resourceId': '" + pack + "', 'quoteId': '" + quote.at("/quoteId") + "'}");
        refuse(409, "QUOTE_CHANGED", asked.replaceFirst("Q[0-9a-f]+", "Q0"));
        talk.post(OF_ACCOUNT + "refunds", "refund-2025-3", asked).is(201);
        talk.post(OF_ACCOUNT + "refunds", "refund-2025-3", asked).is(201);
        talk.post(OF_ACCOUNT + "refunds", "refund-2025-3", about(pack)).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        talk.post(OF_ACCOUNT + "refunds", about(idOf(lines, 0))).is(201);
        refuse(404, "UNKNOWN_RESOURCE", about("R404404"));
        refuse(409, "ALREADY_REFUNDED", about(pack));
        for (var refusal : Map.of(
                        "FULL_REFUND_USED", idOf(lines, 1),
                        "PRODUCT_NOT_REFUNDABLE", idOf(lines, 2),
                        "FIVE_DAYS_OVER", idOf(early, 0),
                        "EXPIRES_THIS_MONTH", idOf(early, 1))
                .entrySet()) {
            refuse(422, refusal.getKey(), about(refusal.getValue()));
        }
        refuse(422, "PROMOTION_NOT_REFUNDABLE", about(idOf(boughtInASale(), 0)));
        veto(idOf(lines, 4));
        violate(idOf(lines, 5));
        correct(idOf(lines, 5), pack);
    }

    private void refuse(int status, String code, String body) {
        talk.post(OF_ACCOUNT + "refunds", body).isProblem(status, code);
    }

    private JsonNode boughtInASale() {
        var price = json("{'kind': 'RATE', 'value': '0.5', 'from': '2025-01-01', 'reason': 'clearance', 'refundable': false}");
        operator.put(OF_ACCOUNT + "prices/toll-free-inbound-10000", price).is(200);
        return order(json("{'product': 'toll-free-inbound-10000', 'quantity': 1}"));
    }

    private void veto(String pack) {
        var vetoes = OF_ACCOUNT + "refund-vetoes";
        var reason = "'reason': 'bought and given back every week'";
        var body = json("{'resourceId': '" + pack + "', " + reason + "}");
        talk.send("POST", vetoes, null, body.replace(pack, "R404404")).isProblem(404, "UNKNOWN_RESOURCE");
        var veto = talk.send("POST", vetoes, null, body).is(201).at("/vetoId");
        refuse(422, "VETOED", about(pack));
        var why = json("{'reason': 'looked at with the customer'}");
        talk.send("POST", vetoes + "/" + veto + "/lifting", null, why).is(201);
        talk.send("POST", vetoes + "/" + veto + "/lifting", null, why).isProblem(404, "UNKNOWN_VETO");
    }

    private void violate(String pack) {
        var violations = OF_ACCOUNT + "violations";
        var body = json("{'rule': 'V2', 'finding': 'complaint 4711 about calls at night, verified'}");
        var violation = talk.send("POST", violations, null, body).is(201).at("/violationId");
        refuse(422, "ACCOUNT_IN_VIOLATION", about(pack));
        talk.post(OF_ACCOUNT + "orders", json("{'items': [" + SEATS + "]}")).isProblem(422, "ACCOUNT_SUSPENDED");
        var plan = OF_ACCOUNT + "resources/" + idOf(lines, 1);
        talk.post(plan + "/renewals", "{}").isProblem(422, "ACCOUNT_SUSPENDED");
        talk.post(plan + "/upgrade", json("{'product': 'seats-advanced'}")).isProblem(422, "ACCOUNT_SUSPENDED");
        talk.send("POST", OF_ACCOUNT + "trials", null, json("{'applicationId': 15, 'kind': 'SEATS'}"))
                .isProblem(422, "ACCOUNT_SUSPENDED");
        var appeal = json("{'outcome': 'OVERTURNED', 'reason': 'the calls were of another customer'}");
        talk.send("POST", violations + "/" + violation + "/appeal", null, appeal).is(201);
        talk.send("POST", violations + "/" + violation + "/appeal", null, appeal)
                .isProblem(409, "VIOLATION_OVERTURNED");
        talk.send("POST", violations + "/violation-404404/appeal", null, appeal).isProblem(404, "UNKNOWN_VIOLATION");
    }

    /** Within the limit one person corrects alone. */
    private void correct(String pack, String refunded) {
        var adjustments = OF_ACCOUNT + "adjustments";
        var taken = adjustment("MINUTES_TAKEN", "'minutes': 120, 'packId': '" + pack + "'");
        talk.post(adjustments, "correction-2025-1", taken).is(201);
        talk.post(adjustments, "correction-2025-1", taken.replace("120", "130"))
                .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        talk.post(adjustments, taken.replace(pack, "P404404")).isProblem(404, "UNKNOWN_RESOURCE");
        talk.post(adjustments, taken.replace(pack, refunded)).isProblem(422, "PACK_OVER");
        talk.post(adjustments, taken.replace("TAKEN", "RETURNED").replace("120", "130"))
                .isProblem(422, "MINUTES_NOT_DRAWN");
        operator.post(adjustments, taken.replace("120", "1000")).is(201);
        for (int i = 0; i < 8; i++) operator.post(adjustments, taken.replace("120", "1000")).is(201);
        talk.post(adjustments, taken.replace("120", "1000")).isProblem(422, "MINUTES_NOT_LEFT");
        var rich = "accounts/1400000005/";
        operator.put("accounts/1400000005", json("{'name': 'Delta', 'legalEntityId': 'E-5'}")).is(201);
        operator.post(rich + "funds", json("{'kind': 'GIFT', 'amount': '999999999999999', 'reference': 'gift'}"))
                .is(201);
        var goodwill = adjustment("GOODWILL_CREDIT", "'amount': '20.00'");
        talk.post(rich + "adjustments", goodwill).isProblem(422, "FUNDS_ABOVE_MAXIMUM");
        approve(goodwill.replace("20.00", "600.00"));
        refuseApproval(OF_ACCOUNT, "PACK_OVER", taken.replace("120", "2000").replace(pack, refunded));
        refuseApproval(OF_ACCOUNT, "MINUTES_NOT_LEFT", taken.replace("120", "20000"));
        refuseApproval(OF_ACCOUNT, "MINUTES_NOT_DRAWN", taken.replace("TAKEN", "RETURNED").replace("120", "20000"));
        refuseApproval(rich, "FUNDS_ABOVE_MAXIMUM", goodwill.replace("20.00", "600.00"));
    }

    private void approve(String goodwill) {
        var pending = operator.post(OF_ACCOUNT + "adjustments", goodwill).is(201).at("/adjustmentId");
        var approval = OF_ACCOUNT + "adjustments/" + pending + "/approval";
        talk.post(approval, "").isProblem(422, "SAME_PERSON");
        talk.goOnAs(colleague);
        talk.post(approval, "approval-2025-1", "").is(201);
        talk.post(approval, "").isProblem(409, "ADJUSTMENT_NOT_PENDING");
        talk.post(OF_ACCOUNT + "adjustments/adjustment-404404/approval", "").isProblem(404, "UNKNOWN_ADJUSTMENT");
        talk.goOnAs(operator);
    }

    private void refuseApproval(String account, String code, String body) {
        var pending = operator.post(account + "adjustments", body).is(201).at("/adjustmentId");
        talk.goOnAs(colleague);
        talk.post(account + "adjustments/" + pending + "/approval", "").isProblem(422, code);
        talk.goOnAs(operator);
    }

    private static String adjustment(String kind, String what) {
        return json("{'kind': '" + kind + "', " + what + ", 'reason': 'calls of another customer'}");
    }

    void lookBack() {
        refuse(422, "EXPIRED", about(idOf(early, 1)));
        for (var list : new String[] {"refunds", "refund-vetoes", "violations", "adjustments"}) talk.get(OF_ACCOUNT + list).is(200);
    }

    private static String about(String resource) {
        return json("{'resourceId': '" + resource + "'}");
    }

    private static String idOf(JsonNode lines, int line) {
        return lines.at("/" + line + "/resourceId").asString();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
