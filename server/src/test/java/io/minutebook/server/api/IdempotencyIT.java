package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

    private static final Caller operator = SharedServer.operator();
    private static final String TEN = "{\"kind\": \"CASH\", \"amount\": \"10.00\", \"reference\": \"r\"}";
    private static final String TWENTY = "{\"kind\": \"CASH\", \"amount\": \"20.00\", \"reference\": \"r\"}";
    private static final String ORDER = "{\"items\": [{\"product\": \"landline-outbound-10000\"}]}";

    private String account = "";

    @BeforeEach
    void openAnAccount() {
        account = operator.accountWith("100.00");
    }

    @Test
    void theSameRequestAgainIsAnsweredAlikeAndDoneOnce() {
        var first = operator.post(path("funds"), "key-1", TEN).is(201);
        var second = operator.post(path("funds"), "key-1", TEN).is(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.header("Idempotent-Replay")).isEmpty();
        assertThat(second.header("Idempotent-Replay")).contains("true");
        assertThat(cash()).isEqualTo("110.00");
    }

    @Test
    void whatMeansTheSameIsTheSameRequest() {
        operator.post(path("funds"), "key-1", TEN).is(201);
        var rewritten = "{ \"reference\":\"\\u0072\", \"amount\":\"10\", \"comment\":\"again\", \"kind\":\"CASH\" }";
        assertThat(operator.post(path("funds"), "key-1", rewritten).is(201).header("Idempotent-Replay"))
                .contains("true");
        assertThat(cash()).isEqualTo("110.00");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        operator.post(path("funds"), "key-1", TEN).is(201);
        operator.post(path("funds"), "key-1", TWENTY).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(cash()).isEqualTo("110.00");
    }

    @Test
    void aKeyIsValidPerAccountAndPath() {
        var other = operator.accountWith("100.00");
        operator.post(path("funds"), "key-1", TEN).is(201);
        operator.post("accounts/" + other + "/funds", "key-1", TWENTY).is(201);
        operator.post(path("vouchers"), "key-1", "{\"voucherId\": \"V1\", \"amount\": \"1.00\"}").is(201);
    }

    @Test
    void afterARefusalTheKeyIsFree() {
        operator.post(path("orders"), "key-1", ORDER).isProblem(422, "INSUFFICIENT_FUNDS");
        operator.post(path("funds"), "{\"kind\": \"CASH\", \"amount\": \"10000.00\", \"reference\": \"r\"}").is(201);
        assertThat(operator.post(path("orders"), "key-1", ORDER).is(201).header("Idempotent-Replay")).isEmpty();
    }

    @Test
    void anOrderSentManyTimesAtOnceIsPlacedOnce() {
        operator.post(path("funds"), "{\"kind\": \"CASH\", \"amount\": \"10000.00\", \"reference\": \"r\"}").is(201);
        var replies = together(8, () -> operator.post(path("orders"), "key-1", ORDER).is(201));
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.header("Idempotent-Replay").isEmpty())).hasSize(1);
        assertThat(operator.get(path("orders")).json().at("/items")).hasSize(1);
    }

    @Test
    void lostRacesAreRunAgainUntilEveryCreditIsBooked() {
        together(8, () -> operator.post(path("funds"), TEN).is(201));
        assertThat(cash()).isEqualTo("180.00");
    }

    @Test
    void fundsAreNotSpentTwiceByOrdersAtTheSameTime() {
        operator.post(path("funds"), "{\"kind\": \"CASH\", \"amount\": \"2000.00\", \"reference\": \"r\"}").is(201);
        var replies = together(6, () -> operator.post(path("orders"), ORDER));
        var payable = replies.stream().filter(reply -> reply.status() == 201).findFirst().orElseThrow().at("/payable");
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> reply.isProblem(422, "INSUFFICIENT_FUNDS"));
        assertThat(new BigDecimal(cash()).add(new BigDecimal(payable))).isEqualByComparingTo("2100");
    }

    private static List<Reply> together(int times, Callable<Reply> call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Stream.generate(() -> call).limit(times).toList();
            var replies = new ArrayList<Reply>();
            for (Future<Reply> reply : threads.invokeAll(calls)) replies.add(reply.get());
            return replies;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private String cash() {
        return operator.get("accounts/" + account).is(200).at("/funds/cash");
    }

    private String path(String collection) {
        return "accounts/" + account + "/" + collection;
    }
}
