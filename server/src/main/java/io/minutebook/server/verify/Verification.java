package io.minutebook.server.verify;

import io.minutebook.server.verify.replay.ProjectionReplay;
import java.sql.SQLException;
import java.util.List;

/** Asks a ledger for everything that breaks an invariant. */
final class Verification {

    private final String url;
    private final Findings findings;
    private final Progress progress;

    Verification(String url, Findings findings, Progress progress) {
        this.url = url;
        this.findings = findings;
        this.progress = progress;
    }

    /** Gives the number of events looked at. */
    long run() throws SQLException {
        try (var ledger = LedgerSnapshot.of(url)) {
            long events = ledger.count("select count(*) from ledger_event");
            ask(ledger, "the order of events", OrderOfEvents.QUESTIONS);
            ask(ledger, "deliveries and offsets", Deliveries.QUESTIONS);
            ask(ledger, "receipts", List.of(Receipts.WHOLE));
            ask(ledger, "sums of the read models", Sums.QUESTIONS);
            progress.begin("minutes and money, event by event");
            try (var journal = new KeptJournal(ledger)) {
                new EventWalk(ledger, findings, progress).take(List.of(
                        new PoolAudit(findings, new Bookings(ledger), ListedMessages.shipped()),
                        new AccountAudit(findings),
                        new OrderAudit(findings),
                        new DiscountAudit(findings),
                        new RefundAudit(findings),
                        new AllowanceAudit(findings),
                        new MonthAudit(findings),
                        new JournalAudit(findings, journal)));
            }
            progress.begin("final files");
            new FinalFiles(ledger, findings).check();
            progress.begin("read models against a replay");
            new ProjectionReplay(url, ledger.jdbc(), done -> progress.row(done, events))
                    .differences(difference -> findings.add(Invariant.I5, difference));
            return events;
        }
    }

    private void ask(LedgerSnapshot ledger, String about, List<Question> questions) {
        progress.begin(about);
        questions.forEach(question -> question.ask(ledger, findings));
    }
}
