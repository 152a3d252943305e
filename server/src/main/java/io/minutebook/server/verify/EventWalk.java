package io.minutebook.server.verify;

import java.util.Collection;

/**
 * Takes the checks through all events; an event that one of them cannot read is a finding, and the walk goes
 * on.
 */
final class EventWalk {

    private static final String ALL = "select " + Fact.COLUMNS + " from ledger_event order by position";

    private final LedgerSnapshot ledger;
    private final Findings findings;
    private final Progress progress;
    private long done;

    EventWalk(LedgerSnapshot ledger, Findings findings, Progress progress) {
        this.ledger = ledger;
        this.findings = findings;
        this.progress = progress;
    }

    void take(Collection<EventCheck> checks) {
        long total = ledger.count("select count(*) from ledger_event");
        ledger.each(ALL, row -> {
            var fact = Fact.of(row);
            checks.forEach(check -> look(check, fact));
            progress.row(++done, total);
        });
        checks.forEach(EventCheck::end);
    }

    private void look(EventCheck check, Fact fact) {
        try {
            check.look(fact);
        } catch (Misshapen misshapen) {
            findings.add(Invariant.I6, fact + ": " + misshapen.getMessage());
        }
    }
}
