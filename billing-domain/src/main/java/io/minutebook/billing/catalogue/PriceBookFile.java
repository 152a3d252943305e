package io.minutebook.billing.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Reads a price book from CSV: a line per fixed pack and number, per tier of a custom pack, per term or region of what
 * else is sold, days in Asia/Shanghai. The book's version comes from the bytes of the file, so that no two price lists
 * share one.
 */
public final class PriceBookFile {

    private static final String SHIPPED = "/price-book/prices.csv";
    private static final int VERSION_BYTES = 6;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setCommentMarker('#').setIgnoreEmptyLines(true).get();

    private final String name;
    private final byte[] content;

    private PriceBookFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** The price book that comes with the program. */
    public static PriceBook shipped() {
        try (var file = Objects.requireNonNull(PriceBookFile.class.getResourceAsStream(SHIPPED))) {
            return read("prices.csv", file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a whole file or refuses it with a {@link BrokenPriceBook}; the name is for that message. */
    public static PriceBook read(String name, byte[] content) {
        return new PriceBookFile(name, content.clone()).book();
    }

    private PriceBook book() {
        var offers = new ArrayList<Offer>();
        var rows = rows();
        for (var listing : listings(rows)) {
            var offer = listing.offer();
            if (offers.stream().anyMatch(offer::overlaps)) {
                throw listing.first().broken("another price of the product is in force at the same time");
            }
            offers.add(offer);
        }
        rows.forEach(row -> requireUpgrade(row, rows));
        return new PriceBook(version(), offers);
    }

    private static void requireUpgrade(PriceRow row, List<PriceRow> rows) {
        var target = row.upgradesTo();
        if (target == null) return;
        var named = rows.stream().filter(other -> other.code().equals(target)).toList();
        if (named.isEmpty()) throw row.broken("upgrades_to names " + target + ", which the file does not list");
        for (var higher : named) {
            if (higher.kind() != row.kind()) throw row.broken("upgrades_to names " + target + ", which is of another kind");
            if (higher.edition().compareTo(row.edition()) <= 0) {
                throw row.broken("upgrades_to names " + target + ", which is of no higher edition");
            }
        }
    }

    private static List<Listing> listings(List<PriceRow> rows) {
        var grouped = new LinkedHashMap<PriceRow.Key, List<PriceRow>>();
        for (var row : rows) {
            grouped.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(row);
        }
        return grouped.values().stream().map(Listing::new).toList();
    }

    private List<PriceRow> rows() {
        var lines = lines();
        if (lines.size() < 2) throw new BrokenPriceBook(name, 1, "the file lists no product", null);
        lines.getFirst().requireHeader();
        var rows = lines.subList(1, lines.size());
        rows.forEach(PriceRow::requireColumns);
        return rows;
    }

    private List<PriceRow> lines() {
        var text = new StringReader(new String(content, StandardCharsets.UTF_8));
        try (var parser = CSVParser.parse(text, FORMAT)) {
            return linesOf(parser);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<PriceRow> linesOf(CSVParser parser) {
        var lines = new ArrayList<PriceRow>();
        try {
            for (var cells : parser) lines.add(new PriceRow(name, parser.getCurrentLineNumber(), cells));
        } catch (UncheckedIOException malformed) {
            throw new BrokenPriceBook(name, parser.getCurrentLineNumber(), "not CSV", malformed);
        }
        return lines;
    }

    private String version() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
