package io.minutebook.billing.conduct;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the list of prohibited businesses from CSV: numbered PB-01, PB-02 and so on without a gap, every cell filled. A
 * list that is not whole is refused, for whoever is asked about a business must not be told of half of them.
 */
public final class ProhibitedBusinessFile {

    private static final String SHIPPED = "/conduct/prohibited-business.csv";
    private static final List<String> COLUMNS = List.of("id", "sector", "business", "guide");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setCommentMarker('#').setIgnoreEmptyLines(true).get();

    private ProhibitedBusinessFile() {}

    /** The list that comes with the program. */
    public static List<ProhibitedBusiness> shipped() {
        var file = Objects.requireNonNull(ProhibitedBusinessFile.class.getResourceAsStream(SHIPPED));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The whole list, or an {@link IllegalArgumentException} that names the line. */
    static List<ProhibitedBusiness> read(String csv) {
        try {
            return read(new StringReader(csv));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<ProhibitedBusiness> read(Reader csv) throws IOException {
        try (var parser = CSVParser.parse(csv, FORMAT)) {
            var rows = parser.getRecords();
            if (rows.isEmpty() || !rows.getFirst().toList().equals(COLUMNS)) {
                throw new IllegalArgumentException("the first line names the columns " + COLUMNS);
            }
            var list = new ArrayList<ProhibitedBusiness>();
            for (var row : rows.subList(1, rows.size())) list.add(businessOf(row, list.size() + 1));
            if (list.isEmpty()) throw new IllegalArgumentException("no business is listed");
            return List.copyOf(list);
        }
    }

    private static ProhibitedBusiness businessOf(CSVRecord row, int number) {
        var id = "PB-%02d".formatted(number);
        boolean isWhole = row.size() == COLUMNS.size() && row.stream().noneMatch(String::isBlank);
        if (!isWhole || !row.get(0).equals(id)) {
            throw new IllegalArgumentException("line of %s: %d filled cells are expected, the first %s".formatted(
                    row.get(0), COLUMNS.size(), id));
        }
        return new ProhibitedBusiness(row.get(0), row.get(1), row.get(2), row.get(3));
    }
}
