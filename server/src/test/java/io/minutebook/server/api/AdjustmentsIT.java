package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import org.junit.jupiter.api.Test;

/** What people correct by hand, alone or by two, by a whole server. */
class AdjustmentsIT {

    private static final Caller operator = SharedServer.operator();
    private static final Caller colleague = operator.with(
            SharedServer.server().bean(ApiKeys.class).create(KeyRole.OPERATOR).secret());

    @Test
    void goodwillAboveTheLimitIsCreditedOnceAnotherPersonApprovesIt() {
        var account = operator.accountWith("1.00");
        var body = json("{'kind': 'GOODWILL_CREDIT', 'amount': '500.01', 'reason': 'an outage'}");
        var pending = operator.post(path(account, ""), "goodwill-1", body).is(201);
        assertThat(pending.at("/state")).isEqualTo("PENDING");
        assertThat(gift(account)).isEqualTo("0.00");
        var approval = path(account, "/" + pending.at("/adjustmentId") + "/approval");

        operator.post(approval, "").isProblem(422, "SAME_PERSON");
        var made = colleague.post(approval, "approval-1", "").is(201);

        assertThat(made.at("/state")).isEqualTo("MADE");
        assertThat(gift(account)).isEqualTo("500.01");
        assertThat(colleague.post(approval, "approval-1", "").is(201).body()).isEqualTo(made.body());
        colleague.post(approval, "").isProblem(409, "ADJUSTMENT_NOT_PENDING");
        var listed = operator.get(path(account, "")).is(200).json().at("/items/0");
        assertThat(listed.at("/state").asString()).isEqualTo("MADE");
        assertThat(listed.at("/approvedBy").asString()).isNotEqualTo(listed.at("/requestedBy").asString());
        assertThat(gift(account)).isEqualTo("500.01");
    }

    @Test
    void minutesMoveAndTheRefundFollowsThem() {
        var account = operator.accountWith("1450.00");
        var pack = operator.post(
                        "accounts/" + account + "/orders", json("{'items': [{'product': 'landline-outbound-10000'}]}"))
                .is(201)
                .at("/lines/0/resourceId");
        adjust(account, "MINUTES_TAKEN", 100, pack).is(201);
        adjust(account, "MINUTES_RETURNED", 40, pack).is(201);
        adjust(account, "MINUTES_RETURNED", 61, pack).isProblem(422, "MINUTES_NOT_DRAWN");

        var held = operator.get("accounts/" + account + "/packs").json().get(0);
        assertThat(held.at("/drawn").asLong()).isEqualTo(60);
        assertThat(held.at("/remaining").asLong()).isEqualTo(9_940);
        var refund = operator.post("accounts/" + account + "/refunds", json("{'resourceId': '" + pack + "'}")).is(201);
        assertThat(refund.at("/amount")).isEqualTo("1441.30");
        adjust(account, "MINUTES_TAKEN", 1, pack).isProblem(422, "PACK_OVER");
        adjust(account, "MINUTES_TAKEN", 1, "P404404").isProblem(404, "UNKNOWN_RESOURCE");
    }

    private static Reply adjust(String account, String kind, int minutes, String pack) {
        return operator.post(
                path(account, ""),
                json("{'kind': '%s', 'minutes': %d, 'packId': '%s', 'reason': 'a wrong draw'}".formatted(kind, minutes, pack)));
    }

    private static String gift(String account) {
        return operator.get("accounts/" + account).at("/funds/gift");
    }

    private static String path(String account, String rest) {
        return "accounts/" + account + "/adjustments" + rest;
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
