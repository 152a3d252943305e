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
        var progress = new Progress(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        long events = new Verification(url, findings, progress).run();
        return new Verified(
                findings.isEmpty(), events, said.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
