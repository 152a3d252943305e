package io.minutebook.server.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What the demo does at the counter: accounts, money, packs, and the test clock on the wall. */
record Shop(Api api) {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    void open(Customer customer, String cash) throws InterruptedException {
        api.put("accounts/" + customer.id(), Map.of(
                "name", customer.name(), "legalEntityId", "demo-" + customer.id()));
        api.post("accounts/" + customer.id() + "/funds", "demo-cash", Map.of(
                "kind", "CASH", "amount", cash, "reference", "demo bank transfer"));
        api.post("accounts/" + customer.id() + "/funds", "demo-gift", Map.of(
                "kind", "GIFT", "amount", "20.00", "reference", "demo welcome gift"));
    }

    /** Custom packs, one order a day; asking for it again changes nothing. */
    void order(Customer customer, int day, Map<String, Integer> minutes) throws InterruptedException {
        var items = new TreeMap<>(minutes).entrySet().stream()
                .map(item -> Map.of("product", item.getKey(), "minutes", item.getValue()))
                .toList();
        api.post("accounts/" + customer.id() + "/orders", "demo-order-" + day, Map.of("items", items));
    }

    Instant now() throws InterruptedException {
        return OffsetDateTime.parse(api.get("clock").path("now").stringValue()).toInstant();
    }

    /** Forward only: where the clock is past the place already, it stays. */
    void moveClock(Instant place) throws InterruptedException {
        while (now().isBefore(place)) api.putOnce("clock", Map.of("now", Rfc3339.text(place)));
    }

    /** Until the ledger has read what is on Kafka: it is judged by the clock of then. */
    void awaitRead() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (api.get("ingest/status").path("lag").asLong() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }
}
