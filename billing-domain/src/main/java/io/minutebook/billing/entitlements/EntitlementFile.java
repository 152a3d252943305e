package io.minutebook.billing.entitlements;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Reads entitlements from CSV, a line each; no two share a code or a name, and rows of one entry are included alike.
 */
public final class EntitlementFile {

    private static final String SHIPPED = "/entitlements/matrix.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setCommentMarker('#').setIgnoreEmptyLines(true).get();

    private final String name;
    private final byte[] content;

    private EntitlementFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** The entitlements that come with the program. */
    public static EntitlementMatrix shipped() {
        try (var file = Objects.requireNonNull(EntitlementFile.class.getResourceAsStream(SHIPPED))) {
            return read("matrix.csv", file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a whole file or refuses it with {@link BrokenEntitlements}; the name is for that message. */
    static EntitlementMatrix read(String name, byte[] content) {
        return new EntitlementFile(name, content.clone()).matrix();
    }

    private EntitlementMatrix matrix() {
        var rows = rows();
        if (rows.size() < 2) throw new BrokenEntitlements(name, 1, "the file lists no entitlement", null);
        rows.getFirst().requireHeader();
        var entitlements = new ArrayList<Entitlement>();
        for (var row : rows.subList(1, rows.size())) {
            var entitlement = row.entitlement();
            for (var earlier : entitlements) requireTheyGoTogether(row, earlier, entitlement);
            entitlements.add(entitlement);
        }
        return new EntitlementMatrix(entitlements);
    }

    private static void requireTheyGoTogether(EntitlementRow row, Entitlement earlier, Entitlement entitlement) {
        if (earlier.name() != null && earlier.name().equals(entitlement.name())) {
            throw row.broken("the name " + entitlement.name() + " is taken by " + earlier.code());
        }
        if (!earlier.code().entry().equals(entitlement.code().entry())) return;
        boolean areRows = earlier.code().isRow() && entitlement.code().isRow();
        if (!areRows || earlier.code().equals(entitlement.code())) {
            throw row.broken("the code " + entitlement.code() + " is taken by an earlier line");
        }
        if (!earlier.isIncludedLike(entitlement)) {
            throw row.broken(entitlement.code() + " is not included like " + earlier.code() + " of the same entry");
        }
    }

    private List<EntitlementRow> rows() {
        var rows = new ArrayList<EntitlementRow>();
        try (var parser = CSVParser.parse(new StringReader(new String(content, StandardCharsets.UTF_8)), FORMAT)) {
            read(parser, rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }

    private void read(CSVParser parser, List<EntitlementRow> rows) {
        try {
            for (var cells : parser) rows.add(new EntitlementRow(name, parser.getCurrentLineNumber(), cells));
        } catch (UncheckedIOException malformed) {
            throw new BrokenEntitlements(name, parser.getCurrentLineNumber(), "not CSV", malformed);
        }
    }
}
