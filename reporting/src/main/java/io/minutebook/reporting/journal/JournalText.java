package io.minutebook.reporting.journal;

import io.minutebook.billing.BusinessTime;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The postings of a month as plain text that hledger reads: an entry a transaction, each customer a sub-account. The
 * texts of several months, one after the other, are one journal.
 */
public final class JournalText {

    private final BufferedWriter writer;
    private @Nullable String entry;

    private JournalText(OutputStream out) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Writes all entries to the stream, which stays the caller's to close. */
    public static void write(JournalPostings postings, JournalQuery query, OutputStream out) {
        var text = new JournalText(out);
        text.line("; minutebook journal of %s".formatted(query.month()));
        text.line("decimal-mark .");
        text.line("commodity 1000.00 CNY");
        postings.forEach(query, text::posting);
        text.end();
    }

    private void posting(JournalLine line) {
        if (!line.entry().equals(entry)) begin(line);
        var about = line.resourceId() == null ? "" : "  ; resource:" + line.resourceId();
        line("    %s:%s  %s CNY%s".formatted(line.ledgerAccount(), line.accountId(), line.amount(), about));
    }

    private void begin(JournalLine line) {
        entry = line.entry();
        var kind = line.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        var order = line.orderId() == null ? "" : " " + line.orderId();
        line("");
        line("%s * (%s) %s%s".formatted(BusinessTime.dateOf(line.at()), entry, kind, order));
    }

    private void line(String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
