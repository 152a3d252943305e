package io.minutebook.server.simulate;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.Meter;
import io.minutebook.server.embedded.CannotStart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens the simulated accounts at a ledger, each with funds and packs for about 90% of what it will use; only
 * once.
 */
public final class Preparation {

    private static final int SHOWN_EVERY = 100;
    private static final int AT_A_TIME = 8;

    private final TrafficPlan plan;
    private final Traffic traffic;
    private final LedgerClient ledger;
    private final PrintStream progress;
    private final AtomicInteger prepared = new AtomicInteger();
    private volatile boolean failed;

    Preparation(TrafficPlan plan, Traffic traffic, LedgerClient ledger, PrintStream progress) {
        this.plan = plan;
        this.traffic = traffic;
        this.ledger = ledger;
        this.progress = progress;
    }

    /**
     * Opens the accounts of a plan at a ledger.
     *
     * @param url such as {@code http://127.0.0.1:8080}
     * @param keyFile holds an operator's key
     * @throws CannotStart when the key cannot be read or the ledger refuses
     */
    public static void prepare(TrafficPlan plan, Traffic traffic, String url, Path keyFile, PrintStream progress)
            throws IOException {
        if (!Files.isReadable(keyFile)) {
            throw new CannotStart(keyFile + " cannot be read: name an operator's key file");
        }
        try (var ledger = new LedgerClient(url, Files.readString(keyFile).strip())) {
            new Preparation(plan, traffic, ledger, progress).prepare();
        }
    }

    void prepare() {
        warnOfTheClock();
        var demand = traffic.demand();
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            var opened = traffic.accounts().stream()
                    .map(account -> CompletableFuture.runAsync(() -> prepare(account, demand), threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(opened).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CannotStart reason) throw reason;
            throw failed;
        }
    }

    private void prepare(AccountProfile account, Demand demand) {
        if (failed) return;
        try {
            open(account);
            supply(account.accountId(), demand.of(account.accountId()));
        } catch (CannotStart refused) {
            failed = true;
            throw refused;
        }
        int done = prepared.incrementAndGet();
        if (done % SHOWN_EVERY == 0 || done == plan.accounts()) {
            progress.printf("prepared %d of %d accounts%n", done, plan.accounts());
        }
    }

    /** A pack covers only what ends after it was bought, and a record from the future is refused. */
    private void warnOfTheClock() {
        var now = ledger.clock().orElseGet(InstantSource.system()::instant);
        var from = BusinessTime.startOf(plan.month().atDay(1));
        var until = BusinessTime.startOf(plan.month().plusMonths(1).atDay(1));
        if (now.isAfter(from)) {
            progress.printf("warning: the ledger's clock (%s) is past the beginning of %s:"
                    + " packs bought now do not cover calls that ended before%n",
                    now.atZone(BusinessTime.ZONE).toOffsetDateTime(), plan.month());
        }
        if (now.isBefore(until)) {
            progress.printf("the ledger refuses records that end after its clock:"
                    + " move it past the end of %s (PUT /api/v1/clock) before it reads them%n", plan.month());
        }
    }

    private void open(AccountProfile account) {
        var id = account.accountId();
        ledger.put("/accounts/" + id, Map.of("name", account.name(), "legalEntityId", "simulated-" + id));
    }

    private void supply(String accountId, Map<Meter, Long> used) {
        var items = new ArrayList<Map<String, Object>>();
        long yuan = 0;
        for (var need : used.entrySet()) {
            var shelf = Shelf.of(need.getKey());
            long minutes = shelf.coverOf(need.getValue());
            items.addAll(shelf.itemsFor(minutes));
            yuan += shelf.yuanEnoughFor(minutes);
        }
        if (items.isEmpty()) return;
        var intention = "simulate-%s-%s-%s".formatted(plan.month(), plan.tag(), accountId);
        ledger.post("/accounts/" + accountId + "/funds", intention + "-funds",
                Map.of("kind", "CASH", "amount", yuan + ".00", "reference", intention));
        ledger.post("/accounts/" + accountId + "/orders", intention + "-packs", Map.of("items", items));
    }
}
