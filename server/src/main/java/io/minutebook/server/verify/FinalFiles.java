package io.minutebook.server.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the stored final files are those that the ledger's events state: the digest of each is in the manifest, and the
 * digest of the manifest in the event that made the month final.
 */
final class FinalFiles {

    private static final String MONTHS =
            """
            select payload ->> 'month' as month, payload ->> 'sha256' as sha256 from ledger_event
            where event_type = 'months.month-finalised' order by position""";

    private static final String FILES =
            """
            select account_id, kind, renderer, rows, bytes, sha256 from month_file where month = ?
            order by account_id, kind""";

    private static final String PARTS =
            """
            select account_id, kind, content from month_file_part where month = ?
            order by account_id, kind, part""";

    private final LedgerSnapshot ledger;
    private final Findings findings;

    FinalFiles(LedgerSnapshot ledger, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
    }

    void check() {
        var months = new LinkedHashMap<String, String>();
        ledger.each(MONTHS, row -> {
            months.put(row.getString(1), row.getString(2));
        });
        months.forEach(this::check);
    }

    private void check(String month, String stated) {
        var expected = new LinkedHashMap<String, String>();
        var manifest = sha256();
        manifest.update(utf8("account_id,kind,renderer,rows,bytes,sha256\r\n"));
        ledger.eachLarge(FILES, row -> list(row, manifest, expected), month);
        var listed = hex(manifest);
        if (!listed.equals(stated)) wrong(month, "its manifest", listed, stated);
        expected.put(" MANIFEST", stated);
        var content = new Content(month, expected);
        ledger.eachLarge(PARTS, content::take, month);
        content.end();
        expected.forEach((file, digest) -> wrong(month, file.strip(), "missing", digest));
    }

    private static void list(ResultSet row, MessageDigest manifest, Map<String, String> expected) throws SQLException {
        if (row.getString("account_id").isEmpty()) return;
        var cells = List.of(
                row.getString("account_id"), row.getString("kind"), row.getString("renderer"), row.getString("rows"),
                row.getString("bytes"), row.getString("sha256"));
        manifest.update(utf8(String.join(",", cells) + "\r\n"));
        expected.put(row.getString("account_id") + " " + row.getString("kind"), row.getString("sha256"));
    }

    /** Goes through the parts of all files of a month, one file after the other. */
    private final class Content {
        private final String month;
        private final Map<String, String> expected;
        private MessageDigest digest = sha256();
        private @Nullable String file;

        Content(String month, Map<String, String> expected) {
            this.month = month;
            this.expected = expected;
        }

        void take(ResultSet part) throws SQLException {
            var next = part.getString("account_id") + " " + part.getString("kind");
            if (!next.equals(file)) end();
            file = next;
            digest.update(part.getBytes("content"));
        }

        void end() {
            if (file == null) return;
            var found = hex(digest);
            var stated = expected.remove(file);
            if (!found.equals(stated)) wrong(month, file.strip(), found, String.valueOf(stated));
            digest = sha256();
            file = null;
        }
    }

    private void wrong(String month, String file, String found, String expected) {
        findings.add(Invariant.I8, "final file of %s, %s: %s, expected %s".formatted(month, file, found, expected));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
