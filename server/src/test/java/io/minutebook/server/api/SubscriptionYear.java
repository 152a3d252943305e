package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/**
 * What three customers do in 2025: by the price guide, one who always pays, and one who runs out of money. Between two
 * things that they do somebody lets time pass.
 */
final class SubscriptionYear {

    static final Instant START = at("2024-12-31T12:00");
    static final Instant END = at("2026-02-15T12:00");
    static final String GUIDE = "1300000001";
    static final String LASTING = "1300000002";
    static final String POOR = "1300000003";
    static final List<String> ACCOUNTS = List.of(GUIDE, LASTING, POOR);

    private final Nodes nodes;
    private final Consumer<Instant> untilThen;

    SubscriptionYear(Nodes nodes, Consumer<Instant> untilThen) {
        this.nodes = nodes;
        this.untilThen = untilThen;
    }

    void live() {
        for (var account : ACCOUNTS) {
            nodes.operator().put("accounts/" + account, json("{'name': 'Acme', 'legalEntityId': 'E'}")).is(201);
        }
        credit(GUIDE, "100000.00");
        credit(LASTING, "60000.00");
        credit(POOR, "170.00");
        january();
        spring();
        summerAndAutumn();
        reach("2026-02-15T12:00");
    }

    private void january() {
        reach("2025-01-01T00:00");
        order(GUIDE, "{'product': 'seats-standard', 'term': 'YEAR', 'applicationId': 1}");
        reach("2025-01-04T10:11");
        trial(LASTING, "SEATS");
        trial(LASTING, "CHAT");
        reach("2025-01-05T09:30");
        order(LASTING, "{'product': 'landline-outbound-10000'}, {'product': 'audio-custom', 'minutes': 5000}");
        reach("2025-01-10T08:01");
        transfersOfApplication1();
        var number = order(POOR, "{'product': 'number-landline', 'months': 1, 'autoRenew': true}");
        assertThat(number.at("/lines/0/lastDay")).isEqualTo("2025-02-10");
        reach("2025-01-14T18:45");
        trial(LASTING, "SEATS");
        reach("2025-01-15T10:00");
        guidesOrders();
        reach("2025-01-31T17:40");
        var month = "{'product': 'chat-standard', 'months': 1, 'region': 'DOMESTIC', 'applicationId': 2}";
        var chat = order(GUIDE, month);
        assertThat(chat.at("/lines/0/lastDay")).isEqualTo("2025-02-28");
        reach("2025-02-20T11:20");
        var chatId = chat.at("/lines/0/resourceId");
        assertThat(renew(GUIDE, chatId, 1).at("/lines/0/lastDay")).isEqualTo("2025-03-30");
        reach("2025-03-25T11:21");
        assertThat(renew(GUIDE, chatId, 1).at("/lines/0/lastDay")).isEqualTo("2025-04-30");
    }

    /** Calls were transferred to external lines, which the standard edition does not include: told once a day. */
    private void transfersOfApplication1() {
        transfer(GUIDE, 1, "2025-01-05T09:00", 1, 1);
        transfer(GUIDE, 1, "2025-01-05T11:00", 2, 1);
        transfer(GUIDE, 1, "2025-01-06T00:00", 3, 2);
    }

    private void guidesOrders() {
        var advanced = order(
                GUIDE,
                "{'product': 'seats-advanced', 'term': 'MONTH', 'applicationId': 3},"
                        + "{'product': 'extra-seat-advanced', 'quantity': 4, 'applicationId': 3},"
                        + "{'product': 'sip-phone-advanced', 'quantity': 2, 'applicationId': 3}");
        assertThat(advanced.at("/payable")).isEqualTo("2271.00");
        var numbers = order(
                GUIDE,
                "{'product': 'number-landline', 'quantity': 2, 'months': 6}, {'product': 'number-400', 'months': 12}");
        assertThat(numbers.at("/payable")).isEqualTo("1896.00");
        var chat = order(
                GUIDE,
                "{'product': 'chat-advanced', 'months': 1, 'region': 'OVERSEAS', 'applicationId': 4},"
                        + "{'product': 'chat-licence', 'quantity': 5, 'region': 'OVERSEAS', 'applicationId': 4}");
        assertThat(chat.at("/payable")).isEqualTo("5995.00");
    }

    private void spring() {
        reach("2025-04-02T14:03");
        var numbers = order(LASTING, "{'product': 'number-400', 'quantity': 2, 'months': 1, 'autoRenew': true}");
        reach("2025-05-20T09:09");
        var first = numbers.at("/lines/0/resourceId");
        nodes.operator()
                .send("PATCH", "accounts/" + LASTING + "/resources/" + first, json("{'autoRenew': false}"))
                .is(200);
        reach("2025-06-12T16:27");
        credit(POOR, "30.00");
        var another = order(POOR, "{'product': 'number-landline', 'months': 1}");
        nodes.operator()
                .send("POST", "accounts/" + POOR + "/resources/" + another.at("/lines/0/resourceId") + "/deregistration", "")
                .is(200);
    }

    private void summerAndAutumn() {
        reach("2025-07-01T09:00");
        var extra = order(GUIDE, "{'product': 'extra-seat-standard', 'applicationId': 1}");
        assertThat(extra.at("/payable")).isEqualTo("1203.81");
        reach("2025-08-08T08:08");
        var seats = order(
                LASTING,
                "{'product': 'seats-standard', 'term': 'MONTH', 'periods': 5, 'applicationId': 9},"
                        + "{'product': 'extra-seat-standard', 'applicationId': 9}");
        reach("2025-10-18T20:48");
        nodes.operator()
                .post("accounts/" + LASTING + "/resources/" + seats.at("/lines/0/resourceId") + "/upgrade", json("{'product': 'seats-advanced'}"))
                .is(201);
        transfer(LASTING, 9, "2025-10-18T20:47", 4, 3); // it was a standard plan then
    }

    /** Waits until it is booked and judged. */
    private void transfer(String account, long application, String endedAt, long booked, long exceeded) {
        var end = at(endedAt);
        nodes.publish(json("""
                {'specversion': '1.0', 'id': '%2$d:%4$s:p1', 'source': '/cdr/test', 'type': 'minutebook.call-leg.v1',
                 'subject': '%1$s', 'time': '%3$s',
                 'data': {'accountId': '%1$s', 'applicationId': %2$d, 'sessionId': '%4$s', 'legId': 'p1',
                   'legType': 'EXTERNAL_TRANSFER', 'network': 'PSTN', 'direction': 'OUTBOUND',
                   'serviceNumber': '+862066660000', 'serviceNumberType': 'LANDLINE',
                   'serviceNumberOwnership': 'PLATFORM', 'startedAt': '%5$s', 'answeredAt': '%5$s', 'endedAt': '%3$s',
                   'durationMs': 60000, 'disposition': 'ANSWERED'}}"""
                .formatted(account, application, end, "transfer-" + booked, end.minusSeconds(60))));
        await().atMost(Duration.ofSeconds(60)).until(() -> nodes.countEvents("packs.minutes-drawn") == booked
                && nodes.countEvents("entitlements.entitlement-exceeded") == exceeded);
    }

    private void reach(String local) {
        var instant = at(local);
        untilThen.accept(instant);
        nodes.moveTo(instant);
    }

    private void credit(String account, String amount) {
        nodes.operator()
                .post("accounts/" + account + "/funds", json("{'kind': 'CASH', 'amount': '" + amount + "', 'reference': 'r'}"))
                .is(201);
    }

    private void trial(String account, String kind) {
        nodes.operator()
                .send("POST", "accounts/" + account + "/trials", json("{'applicationId': 5, 'kind': '" + kind + "'}"))
                .is(201);
    }

    private Reply order(String account, String items) {
        return nodes.operator().post("accounts/" + account + "/orders", json("{'items': [" + items + "]}")).is(201);
    }

    private Reply renew(String account, String resource, int periods) {
        return nodes.operator()
                .post("accounts/" + account + "/resources/" + resource + "/renewals", json("{'periods': " + periods + "}"))
                .is(201);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(8));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
