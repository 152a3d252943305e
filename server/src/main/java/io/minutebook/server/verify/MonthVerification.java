package io.minutebook.server.verify;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.verify.replay.MonthComparison;
import java.sql.SQLException;

/** Checks the final files of one month against the ledger's events alone, and mends what is damaged where asked. */
final class MonthVerification {

    private static final String STATED =
            """
            select (payload ->> 'position')::bigint as position, payload ->> 'sha256' as sha256 from ledger_event
            where event_type = 'months.month-finalised' and payload ->> 'month' = ?""";

    private final String url;
    private final String month;
    private final Findings findings;
    private final Progress progress;

    MonthVerification(String url, String month, Findings findings, Progress progress) {
        this.url = url;
        this.month = month;
        this.findings = findings;
        this.progress = progress;
    }

    private record Stated(long position, String sha256) {}

    /** Gives the number of files made again. */
    long run(boolean isMended) throws SQLException {
        try (var ledger = LedgerSnapshot.of(url)) {
            var stated = ledger.jdbc()
                    .query(STATED, (row, _) -> new Stated(row.getLong(1), row.getString(2)), month)
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new CannotStart(month + " has no final files: close it first"));
            long events = ledger.count("select count(*) from ledger_event where position <= " + stated.position());
            progress.begin("final files of " + month + ", made again from events");
            return MonthComparison.run(
                    url,
                    ledger.jdbc(),
                    month,
                    stated.position(),
                    stated.sha256(),
                    isMended,
                    done -> progress.row(done, events),
                    difference -> findings.add(Invariant.I8, difference));
        }
    }
}
