package io.minutebook.billing;

import java.util.Map;
import java.util.function.Supplier;

/** One database transaction and one unit of work: the events of all commands sent inside, or none of them. */
public interface LedgerTransactions {

    /**
     * Runs the work and commits; whatever it throws rolls everything back and comes out as it is.
     *
     * @param provenance keys of {@link Provenance}, put into the metadata of every event made inside
     */
    <T> T inOne(Map<String, ?> provenance, Supplier<T> work);
}
