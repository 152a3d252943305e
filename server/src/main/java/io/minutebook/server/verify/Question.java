package io.minutebook.server.verify;

/** A question to the database whose answers are what breaks an invariant, one text each. */
record Question(Invariant invariant, String sql) {

    void ask(LedgerSnapshot ledger, Findings findings) {
        ledger.eachLine(sql, line -> findings.add(invariant, line));
    }
}
