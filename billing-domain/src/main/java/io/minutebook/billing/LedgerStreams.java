package io.minutebook.billing;

import java.util.Collection;

/** The streams of the ledger, for whoever is about to send many of them a command. */
@FunctionalInterface
public interface LedgerStreams {

    /** Reads at once what this transaction's commands to these streams would each read for themselves. */
    void readAhead(Collection<String> streams);
}
