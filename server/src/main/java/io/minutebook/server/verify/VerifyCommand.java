package io.minutebook.server.verify;

import io.minutebook.server.cli.LedgerChoice;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the invariants of a ledger, running or stopped, and names what breaks them; it changes nothing. */
@Command(
        name = "verify",
        description = "Checks the ledger's invariants, running or stopped, and names what breaks each.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Checked: I1 conservation, I2 exactly once, I3 offsets, I4 streams without holes,",
            "I5 projection = replay, I6 independent audit, I7 arithmetic, I14 journal.",
            "Not to be seen in stored data, and so for tests alone: I9 acknowledged is there,",
            "I11 no foreign data, I12 liveness, I13 no leaks, I15 determinism."
        })
public final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private LedgerChoice ledger = new LedgerChoice();

    @Override
    public Integer call() throws SQLException {
        return ledger.open(VerifyCommand::verify);
    }

    private static int verify(String url) throws SQLException {
        var findings = new Findings(System.out);
        long events = new Verification(url, findings, new Progress(System.err)).run();
        findings.summarise();
        var verdict = findings.isEmpty() ? "the ledger is whole" : "THE LEDGER IS BROKEN";
        System.out.printf("%s: %,d events%n", verdict, events);
        return findings.isEmpty() ? 0 : 1;
    }
}
