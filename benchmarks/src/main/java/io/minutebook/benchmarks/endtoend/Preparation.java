package io.minutebook.benchmarks.endtoend;

import java.sql.SQLException;

/**
 * Makes a new ledger what a scenario asks for: accounts, packs and what was booked before, shown by every read model
 * before the clock starts, and settled on disk as a ledger is that has run for long.
 */
final class Preparation {

    private final BenchLedger ledger;
    private final Scenario scenario;

    Preparation(BenchLedger ledger, Scenario scenario) {
        this.ledger = ledger;
        this.scenario = scenario;
    }

    void make() throws SQLException, InterruptedException {
        var progress = new Progress(ledger.jdbc());
        System.err.printf("opening %d accounts%n", scenario.accounts());
        new Population(ledger, scenario).open();
        progress.awaitVisible();
        if (scenario.storedEvents() > 0) {
            System.err.printf("storing %d events of usage%n", scenario.storedEvents());
            ledger.moveClock(Workload.endOfStored());
            new StoredHistory(ledger, scenario).store(scenario.storedEvents());
            progress.awaitVisible();
        }
        ledger.settle();
    }
}
