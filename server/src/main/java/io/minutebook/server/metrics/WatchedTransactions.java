package io.minutebook.server.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.minutebook.billing.LedgerTransactions;
import java.util.Map;
import java.util.function.Supplier;

/** Measures transactions of the ledger, from the first statement to the end of the commit. */
public record WatchedTransactions(LedgerTransactions transactions, ObservationRegistry observations)
        implements LedgerTransactions {

    @Override
    public <T> T inOne(Map<String, ?> provenance, Supplier<T> work) {
        var observation = Observation.createNotStarted("minutebook.transaction", observations)
                .contextualName("database transaction")
                .highCardinalityKeyValue("db.system.name", "postgresql");
        observation.start();
        try (var _ = observation.openScope()) {
            return transactions.inOne(provenance, work);
        } catch (RuntimeException | Error failure) {
            observation.error(failure);
            throw failure;
        } finally {
            observation.stop();
        }
    }
}
