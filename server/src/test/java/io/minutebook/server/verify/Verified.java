package io.minutebook.server.verify;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** What a check of a database says. */
public record Verified(boolean isWhole, long events, List<String> findings) {

    public static Verified of(String url) throws SQLException {
        var said = new ByteArrayOutputStream();
        var findings = new Findings(new PrintStream(said, true, StandardCharsets.UTF_8));
        long events = new Verification(url, findings, silent()).run();
        return new Verified(
                findings.isEmpty(), events, said.toString(StandardCharsets.UTF_8).lines().toList());
    }

    /** What is found of the final files of a month. */
    public static List<String> ofMonth(String url, String month) throws SQLException {
        var said = new ByteArrayOutputStream();
        new MonthVerification(url, month, new Findings(new PrintStream(said, true, StandardCharsets.UTF_8)), silent())
                .run(false);
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Makes files of a month again that are missing or damaged. */
    public static void mended(String url, String month) throws SQLException {
        var findings = new Findings(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        new MonthVerification(url, month, findings, silent()).run(true);
    }

    private static Progress silent() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }
}
