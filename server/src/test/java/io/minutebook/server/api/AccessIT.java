package io.minutebook.server.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {

    private static final Caller operator = SharedServer.operator();
    private static final ApiKeys keys = SharedServer.server().bean(ApiKeys.class);
    private static String account = "";
    private static Map<String, Caller> callers = Map.of();

    @BeforeAll
    static void giveOutKeys() {
        account = operator.accountWith("1.00");
        var own = keys.create(KeyRole.PLATFORM, new AccountId(account));
        var other = keys.create(KeyRole.PLATFORM, new AccountId("1"));
        callers = Map.of(
                "nobody", operator.with(null),
                "operator", operator,
                "finance", operator.with(keys.create(KeyRole.FINANCE, null).secret()),
                "auditor", operator.with(keys.create(KeyRole.AUDITOR, null).secret()),
                "platform", operator.with(own.secret()),
                "stranger", operator.with(other.secret()));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody,   GET,  accounts,            401",
        "nobody,   GET,  nowhere,             401",
        "nobody,   PUT,  accounts/77,         401",
        "operator, GET,  accounts,            200",
        "finance,  GET,  accounts,            200",
        "finance,  GET,  accounts/{own}/usage?month=2025-01, 200",
        "finance,  PUT,  accounts/77,         403",
        "finance,  POST, accounts/{own}/funds, 403",
        "auditor,  GET,  accounts/{own},      200",
        "auditor,  GET,  ingest/status,       200",
        "auditor,  GET,  projections,         200",
        "auditor,  POST, projections/packs/replay, 403",
        "auditor,  PUT,  clock,               403",
        "auditor,  POST, accounts/{own}/orders, 403",
        "platform, GET,  accounts/{own}/usage?month=2025-01, 200",
        "platform, GET,  accounts/{own}/usage/2025-01.csv, 200",
        "platform, GET,  accounts/{own},      403",
        "platform, GET,  accounts,            403",
        "platform, PUT,  accounts/{own},      403",
        "stranger, GET,  accounts/{own}/usage?month=2025-01, 403",
        "stranger, GET,  accounts/{own}/usage/2025-01.csv, 403",
        "stranger, GET,  accounts/{own}/packs, 403"
    })
    void eachRoleMayDoItsPartOnly(String who, String method, String path, int status) {
        var reply = requireNonNull(callers.get(who)).send(method, path.replace("{own}", account), "");
        if (status == 200) reply.is(200);
        else reply.isProblem(status, status == 401 ? "UNAUTHENTICATED" : "FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mb_wrong", "", "mb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aWrongKeyOpensNothing(String key) {
        var reply = operator.with(key).get("accounts");
        reply.isProblem(401, "UNAUTHENTICATED");
        assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void aRevokedKeyOpensNothing() {
        var key = keys.create(KeyRole.OPERATOR, null);
        operator.with(key.secret()).get("accounts").is(200);
        assertThat(keys.revoke(key.id())).isTrue();
        operator.with(key.secret()).get("accounts").isProblem(401, "UNAUTHENTICATED");
        assertThat(keys.revoke(key.id())).isFalse();
    }

    @Test
    void theFirstStartAloneGivesOutAnOperatorKey() {
        int before = keys.list().size();
        keys.createOperatorKeyIfNone(Path.of("nowhere"));
        assertThat(keys.list()).hasSize(before);
    }

    @Test
    void healthAndTheDescriptionOfTheApiAreOpen() {
        var nobody = operator.with(null);
        assertThat(nobody.get("/health/live").is(200).at("/status")).isEqualTo("UP");
        assertThat(nobody.get("/health/ready").is(200).at("/status")).isEqualTo("UP");
        nobody.get("/api/docs").is(302);
        var description = nobody.get("/api/openapi.json").is(200).json();
        assertThat(description.at("/components/securitySchemes/apiKey/scheme").asString()).isEqualTo("bearer");
        assertThat(description.at("/paths/~1api~1v1~1accounts~1{accountId}~1orders/post").isMissingNode())
                .isFalse();
        nobody.get("/actuator/health").isProblem(401, "UNAUTHENTICATED");
    }
}
