package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BusinessTime;
import io.minutebook.server.clock.LedgerClock;
import io.minutebook.server.clock.StuckAccounts;
import io.minutebook.server.fixture.LedgerServer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClockIT {

    private static final LedgerServer server = LedgerServer.startAt(Instant.parse("2025-01-01T00:00:00Z"));
    private static final Caller operator = Caller.operatorOf(server);
    private static final String ORDER =
            "{\"items\": [{\"product\": \"landline-outbound-10000\"}, {\"product\": \"audio-custom\", \"minutes\": 10000}]}";

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theClockTicksOnFromWhereItWasPut() {
        var target = now().plus(Duration.ofMinutes(1));
        move(target).is(200);
        assertThat(now()).isBetween(target, target.plus(Duration.ofMinutes(1)));
    }

    @Test
    void theClockNeverGoesBack() {
        var before = now();
        move(before.minusSeconds(1)).isProblem(409, "CLOCK_BACKWARDS");
        move(before).isProblem(409, "CLOCK_BACKWARDS");
        assertThat(now()).isAfterOrEqualTo(before);
    }

    @Test
    void aPlaceThatIsNoTimeIsMalformed() {
        operator.put("clock", "{\"now\": \"tomorrow\"}").isProblem(400, "MALFORMED_REQUEST");
        operator.put("clock", "{}").isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void aKeptPlaceHoldsWhenTheClockIsStartedAgain() {
        var before = now();
        assertThat(server.bean(LedgerClock.class).startTestClock(Optional.of(Instant.parse("2024-01-01T00:00:00Z"))))
                .isTrue();
        assertThat(now()).isAfterOrEqualTo(before);
    }

    @Test
    void whatFallsDueOnTheWayIsDoneAtItsInstantBeforeTheAnswer() {
        var account = operator.accountWith("100000.00");
        operator.post("accounts/" + account + "/orders", ORDER).is(201);
        move(now().plus(Duration.ofDays(10))).is(200);
        operator.post("accounts/" + account + "/orders", ORDER).is(201);
        var ends = operator.get("accounts/" + account + "/packs").json().values().stream()
                .map(pack -> pack.at("/validUntil").asString())
                .distinct()
                .toList();
        assertThat(ends).hasSize(2);

        move(now().plus(Duration.ofDays(400))).is(200);

        assertThat(expiriesOf(account)).containsExactly(ends.get(0), ends.get(0), ends.get(1), ends.get(1));
        var packs = operator.get("accounts/" + account + "/packs?state=lapsed").json();
        assertThat(packs).hasSize(4);
        assertThat(packs).allSatisfy(pack -> {
            assertThat(pack.at("/state").asString()).isEqualTo("EXPIRED");
            assertThat(pack.at("/remaining").asLong()).isZero();
            assertThat(pack.at("/expired").asLong()).isEqualTo(10_000);
        });
    }

    @Test
    void packsThatAnotherNodeGrantedLapseToo() {
        var account = operator.accountWith("100000.00");
        operator.post("accounts/" + account + "/orders", ORDER).is(201);
        move(now().plus(Duration.ofDays(400))).is(200);
        try (var other = LedgerServer.startAt(
                now(), "spring.datasource.url=" + server.databaseUrl(), "minutebook.usage-topic=" + server.usageTopic())) {
            new Caller(other.url(), operator.key()).post("accounts/" + account + "/orders", ORDER).is(201);

            move(now().plus(Duration.ofDays(400))).is(200);

            assertThat(expiriesOf(account)).hasSize(4);
        }
    }

    @Test
    void whatFailsOfOneAccountHoldsUpNoOther() {
        var stuck = operator.accountWith("100000.00");
        var other = operator.accountWith("100000.00");
        operator.post("accounts/" + stuck + "/orders", ORDER).is(201);
        operator.post("accounts/" + other + "/orders", ORDER).is(201);
        listNumberThatNobodyRented(stuck, now().plus(Duration.ofDays(1)));
        var target = now().plus(Duration.ofDays(400));

        move(target).isProblem(500, "INTERNAL_ERROR");

        assertThat(now()).isAfterOrEqualTo(target);
        assertThat(expiriesOf(other)).hasSize(2);
        assertThat(expiriesOf(stuck)).isEmpty();
        assertThat(stuckAccounts()).isEqualTo(1);

        server.bean(JdbcClient.class).sql("delete from resource_view where resource_id = 'nobodys'").update();
        move(now().plus(Duration.ofMinutes(1))).is(200);

        assertThat(expiriesOf(stuck)).hasSize(2);
        assertThat(stuckAccounts()).isZero();
    }

    /** What can never be carried out. */
    private static void listNumberThatNobodyRented(String account, Instant end) {
        server.bean(JdbcClient.class)
                .sql("""
                        insert into resource_view (resource_id, account_id, kind, part, quantity, valid_from, product,
                                                   valid_until, next_step, auto_renew, state)
                        values ('nobodys', :account, 'NUMBER', 'NUMBER', 1, now(), 'number-400', :end, :end, false,
                                'ACTIVE')""")
                .param("account", account)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static int stuckAccounts() {
        return server.bean(StuckAccounts.class).count();
    }

    /** When minutes lapsed, as the events say, in the order they were recorded. */
    private static List<String> expiriesOf(String account) {
        return server.bean(JdbcClient.class)
                .sql("""
                        select payload ->> 'expiredAt' from ledger_event
                        where event_type = 'packs.pack-expired' and payload ->> 'accountId' = ?
                        order by position""")
                .param(account)
                .query(String.class)
                .list()
                .stream()
                .map(ClockIT::inShanghai)
                .toList();
    }

    private static String inShanghai(String instant) {
        var format = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
        return format.format(Instant.parse(instant).atZone(BusinessTime.ZONE));
    }

    private static Reply move(Instant target) {
        return operator.put("clock", "{\"now\": \"" + target + "\"}");
    }

    private static Instant now() {
        return ApiValues.instant(operator.get("clock").is(200).at("/now"));
    }
}
