package io.minutebook.server.simulate;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.usage.Meter;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;

/**
 * Opens the simulated accounts at a ledger, each with funds and packs for about 90% of what it will use; only
 * once.
 */
final class Preparation {

    private static final int SHOWN_EVERY = 100;

    private final TrafficPlan plan;
    private final Traffic traffic;
    private final LedgerClient ledger;
    private final PrintStream progress;

    Preparation(TrafficPlan plan, Traffic traffic, LedgerClient ledger, PrintStream progress) {
        this.plan = plan;
        this.traffic = traffic;
        this.ledger = ledger;
        this.progress = progress;
    }

    void prepare() {
        warnOfTheClock();
        var demand = traffic.demand();
        int prepared = 0;
        for (var account : traffic.accounts()) {
            open(account);
            supply(account.accountId(), demand.of(account.accountId()));
            if (++prepared % SHOWN_EVERY == 0 || prepared == plan.accounts()) {
                progress.printf("prepared %d of %d accounts%n", prepared, plan.accounts());
            }
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
