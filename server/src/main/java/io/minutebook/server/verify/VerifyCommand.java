package io.minutebook.server.verify;

import io.minutebook.server.cli.LedgerChoice;
import io.minutebook.server.embedded.CannotStart;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the invariants of a ledger, running or stopped, and names what breaks them; it changes nothing. */
@Command(
        name = "verify",
        description = "Checks the ledger's invariants, running or stopped, and names what breaks each.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Checked: I1 conservation, I2 exactly once, I3 offsets, I4 streams without holes,",
            "I5 projection = replay, I6 independent audit, I7 arithmetic, I8 closed stays closed, I14 journal.",
            "Not to be seen in stored data, and so for tests alone: I9 acknowledged is there,",
            "I11 no foreign data, I12 liveness, I13 no leaks, I15 determinism."
        })
public final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private LedgerChoice ledger = new LedgerChoice();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "makes the final files of that month again, from events alone, and compares every byte")
    private @Nullable String month;

    @Option(
            names = "--repair",
            description = "with --month: writes files anew that are missing or damaged, if the manifest proves them")
    private boolean isRepaired;

    @Override
    public Integer call() throws SQLException {
        if (month == null && isRepaired) throw new CannotStart("--repair mends the files of a month: name --month");
        if (month != null) requireMonth(month);
        return month == null ? ledger.open(VerifyCommand::verify) : ledger.open(this::verifyMonth);
    }

    private static void requireMonth(String text) {
        try {
            YearMonth.parse(text);
        } catch (DateTimeException unreadable) {
            throw new CannotStart("'" + text + "' is not a month: name one such as 2025-01", unreadable);
        }
    }

    private int verifyMonth(String url) throws SQLException {
        var named = String.valueOf(month);
        var progress = new Progress(System.err);
        if (isRepaired) new MonthVerification(url, named, new Findings(System.out), progress).run(true);
        var findings = new Findings(System.out);
        long files = new MonthVerification(url, named, findings, progress).run(false);
        var verdict = findings.isEmpty() ? "the final files are whole" : "THE FINAL FILES ARE NOT THOSE OF THE EVENTS";
        System.out.printf("%s: %s, %,d files%n", named, verdict, files);
        return findings.isEmpty() ? 0 : 1;
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
