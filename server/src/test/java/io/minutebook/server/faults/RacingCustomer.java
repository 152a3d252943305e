package io.minutebook.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.faults.UsageStream.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A customer who buys packs while calls draw from the same pool; an order is sent under its key until its outcome is
 * known, and some once more after that.
 */
final class RacingCustomer implements AutoCloseable {

    static final String ACCOUNT = "1400000001";

    private static final String ORDERS = "accounts/" + ACCOUNT + "/orders";
    private static final String PACK = "{\"items\":[{\"product\":\"landline-outbound-10000\"}]}";
    private static final int CALLS_AT_A_TIME = 20;
    private static final int LONGEST_PAUSE_MILLIS = 400;

    /** A call that ends so soon after now can draw from what is bought meanwhile, and is no record of the future. */
    private static final Duration ON = Duration.ofMinutes(2);

    private final Api api;
    private final Publisher publisher;
    private final TestClock clock;
    private final Random random;
    private final Map<String, String> orders = new HashMap<>();
    private long calls;
    private long minutes;
    private volatile boolean isOver;
    private final CompletableFuture<Void> buying;

    RacingCustomer(Api api, Publisher publisher, TestClock clock, long seed) {
        this.api = api;
        this.publisher = publisher;
        this.clock = clock;
        this.random = new Random(seed);
        api.put("accounts/" + ACCOUNT, "{\"name\":\"Racing\",\"legalEntityId\":\"E-1\"}").good();
        api.post("accounts/" + ACCOUNT + "/funds", "funds",
                "{\"kind\":\"CASH\",\"amount\":\"90000000.00\",\"reference\":\"r\"}");
        this.buying = CompletableFuture.runAsync(this::buy, Executors.newThreadPerTaskExecutor(Thread::new));
    }

    private void buy() {
        while (!isOver) {
            call();
            order("order-" + orders.size());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_PAUSE_MILLIS)));
        }
    }

    private void call() {
        var messages = new ArrayList<Message>();
        for (int i = 0; i < CALLS_AT_A_TIME; i++) {
            int length = 1 + random.nextInt(600);
            var call = CallRecord.ofMinutes(ACCOUNT, "race-" + calls, clock.now().plus(ON), length);
            messages.add(new Message(ACCOUNT, call.bytes()));
            calls++;
            minutes += length;
        }
        publisher.publish(messages);
    }

    private void order(String key) {
        var order = api.post(ORDERS, key, PACK).path("orderId").asString();
        orders.put(key, order);
        if (random.nextBoolean()) assertThat(api.post(ORDERS, key, PACK).path("orderId").asString()).isEqualTo(order);
    }

    /** Ends once the order in hand has its outcome. */
    void stop() {
        isOver = true;
        buying.join();
    }

    /** What was answered is there once and nothing else is. */
    void assertHasWhatWasAnswered(Sessions ledger) {
        assertThat(ledger.number("select count(*) from order_view where account_id = ?", ACCOUNT))
                .isEqualTo(ledger.number("select count(*) from pack_view where account_id = ?", ACCOUNT))
                .isEqualTo(orders.size());
        for (var order : List.copyOf(orders.values())) {
            assertThat(ledger.number("select count(*) from order_view where order_id = ?", order)).isOne();
        }
        assertThat(ledger.number("select count(*) from usage_detail where account_id = ?", ACCOUNT)).isEqualTo(calls);
        assertThat(ledger.number("select sum(billed_minutes) from usage_detail where account_id = ?", ACCOUNT))
                .isEqualTo(minutes);
    }

    @Override
    public void close() {
        isOver = true;
    }
}
