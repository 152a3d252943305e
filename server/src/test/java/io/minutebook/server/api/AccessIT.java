package io.minutebook.server.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import io.minutebook.server.security.NewKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {

    private static final Caller operator = SharedServer.operator();
    private static final ApiKeys keys = SharedServer.server().bean(ApiKeys.class);
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> KEYLESS = Set.of("nobody", "revoked", "unknown");
    private static final String UNREGISTERED = "1499999999";

    private static final AccessDocument document = AccessDocument.read();
    private static final List<Endpoint> endpoints = Endpoint.of(SharedServer.server());
    private static String account = "";
    private static String second = "";
    private static Map<String, Caller> callers = Map.of();

    @BeforeAll
    static void giveOutKeys() {
        account = operator.accountWith("1.00");
        second = operator.accountWith("1.00");
        var revoked = keys.create(KeyRole.OPERATOR);
        keys.revoke(revoked.id());
        callers = Map.of(
                "operator", operator,
                "finance", holderOf(keys.create(KeyRole.FINANCE)),
                "auditor", holderOf(keys.create(KeyRole.AUDITOR)),
                "platform", holderOf(keys.create(KeyRole.PLATFORM, new AccountId(account), new AccountId(second))),
                "stranger", holderOf(keys.create(KeyRole.PLATFORM, new AccountId("1"))),
                "platform of none", holderOf(keys.create(KeyRole.PLATFORM)),
                "nobody", operator.with(null),
                "revoked", holderOf(revoked),
                "unknown", operator.with("mb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    }

    private static Caller holderOf(NewKey key) {
        return operator.with(key.secret());
    }

    @Test
    void everyOperationHasARowInTheDocumentAndEveryRowAHandler() {
        var operations = new TreeSet<String>();
        var served = new TreeSet<String>();
        for (var endpoint : endpoints) {
            var methods = endpoint.methods().isEmpty() ? Set.of("ANY") : endpoint.methods();
            methods.forEach(method -> served.add(method + " " + endpoint.path()));
            if (!endpoint.isFile()) methods.forEach(method -> operations.add(method + " " + endpoint.path()));
        }
        assertThat(operations).as("has a row in docs/access.md").isSubsetOf(document.rows().keySet());
        assertThat(document.rows().keySet()).as("has a handler").isSubsetOf(served);
        assertThat(operations).hasSizeGreaterThan(20);
    }

    @Test
    void everyRequestIsAllowedToThoseWhomTheDocumentNamesAndToNobodyElse() {
        var wrong = new ArrayList<String>();
        for (var endpoint : endpoints) {
            var path = endpoint.filled(AccessIT::valueOf);
            for (var method : endpoint.isFile() ? Set.of("GET", "POST") : METHODS) {
                var row = document.of(method, endpoint, path);
                callers.forEach((who, caller) -> {
                    int status = caller.send(method, path, "{}").status();
                    if (!isExpected(who, row, status)) {
                        wrong.add("%s: %s %s answered %d".formatted(who, method, path, status));
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusalsAreProblems() {
        var path = "accounts/" + account + "/packs";
        as("nobody").get(path).isProblem(401, "UNAUTHENTICATED");
        as("platform").get(path).isProblem(403, "FORBIDDEN");
        as("auditor").send("POST", "accounts/" + account + "/orders", "{}").isProblem(403, "FORBIDDEN");
        as("nobody").get("nowhere").isProblem(401, "UNAUTHENTICATED");
        as("finance").get("nowhere").isProblem(403, "FORBIDDEN");
        as("operator").get("nowhere").isProblem(404, "NOT_FOUND");
    }

    @Test
    void aPlatformReadsEachAccountThatItsKeyNames() {
        for (var own : List.of(account, second)) {
            as("platform").get("accounts/" + own + "/usage?month=2025-01").is(200);
        }
    }

    @Test
    void aForeignAccountIsRefusedInTheSameWordsWhetherItExistsOrNot() {
        for (var endpoint : endpoints) {
            if (!endpoint.path().contains("{accountId}")) continue;
            for (var method : METHODS) {
                var isKnown = refusal(endpoint, method, account);
                var isUnknown = refusal(endpoint, method, UNREGISTERED);
                assertThat(isKnown).as(method + " " + endpoint.path()).isEqualTo(isUnknown);
            }
        }
    }

    private static List<Object> refusal(Endpoint endpoint, String method, String asked) {
        var path = endpoint.filled(name -> name.equals("accountId") ? asked : valueOf(name));
        var reply = as("stranger").send(method, path, "{}").is(403);
        var headers = new TreeMap<>(reply.response().headers().map());
        headers.remove("date");
        headers.remove("trace-id");
        headers.remove("ledger-position");
        headers.remove("connection"); // closed after a number of requests
        return List.of(headers, reply.body().replace(asked, "ID"));
    }

    private static Caller as(String who) {
        return requireNonNull(callers.get(who));
    }

    /** Of things that are not there, so that nothing changes; the month is never over. */
    private static String valueOf(String variable) {
        return switch (variable) {
            case "accountId" -> account;
            case "month" -> "2999-12";
            default -> "999999999";
        };
    }

    private static boolean isExpected(String who, AccessDocument.Row row, int status) {
        var isAllowed = switch (who) {
            case "operator" -> row.operator().equals("yes");
            case "finance" -> row.finance().equals("yes");
            case "auditor" -> row.auditor().equals("yes");
            case "platform" -> !row.platform().equals("no");
            case "stranger", "platform of none" -> row.platform().equals("yes");
            default -> row.nobody().equals("yes");
        };
        if (isAllowed) return status != 401 && status != 403;
        return status == (KEYLESS.contains(who) ? 401 : 403);
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
        var key = keys.create(KeyRole.OPERATOR);
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
