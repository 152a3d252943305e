package io.minutebook.server.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When bot messages are free, read from the lines of a price list: while a pack of them costs 0 in their region. Only
 * the list that decided can say so, which is known by the hash of its bytes.
 */
final class ListedMessages {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int VERSION_BYTES = 6;

    private final String version;
    private final List<Line> lines;

    private ListedMessages(String version, List<Line> lines) {
        this.version = version;
        this.lines = lines;
    }

    /** A price of a pack in force in [from, until). */
    private record Line(String region, boolean isFree, long fromMillis, long untilMillis) {

        boolean makesFree(String place, long millis) {
            return isFree && region.equals(place) && fromMillis <= millis && millis < untilMillis;
        }
    }

    /** The price list that comes with the program. */
    static ListedMessages shipped() {
        try (var file = Objects.requireNonNull(ListedMessages.class.getResourceAsStream("/price-book/prices.csv"))) {
            return of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** No cell of such a file is quoted. */
    static ListedMessages of(byte[] file) {
        var rows = new String(file, StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        var header = rows.getFirst();
        var packs = rows.stream()
                .filter(row -> cell(header, row, "kind").equals("MESSAGE_PACK"))
                .map(row -> lineOf(header, row))
                .toList();
        return new ListedMessages(versionOf(file), packs);
    }

    private static Line lineOf(List<String> header, List<String> row) {
        var until = cell(header, row, "in_force_until");
        return new Line(
                cell(header, row, "region"),
                cell(header, row, "unit_price").chars().allMatch(digit -> digit == '0' || digit == '.'),
                millisOf(cell(header, row, "in_force_from")),
                until.isEmpty() ? Long.MAX_VALUE : millisOf(until));
    }

    private static String cell(List<String> header, List<String> row, String column) {
        return row.get(header.indexOf(column));
    }

    private static long millisOf(String day) {
        return LocalDate.parse(day).atStartOfDay(SHANGHAI).toInstant().toEpochMilli();
    }

    private static String versionOf(byte[] file) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(file);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, VERSION_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty where another price list decided. */
    Optional<Boolean> areFree(@Nullable String decidedBy, String region, long millis) {
        if (!version.equals(decidedBy)) return Optional.empty();
        return Optional.of(lines.stream().anyMatch(line -> line.makesFree(region, millis)));
    }
}
