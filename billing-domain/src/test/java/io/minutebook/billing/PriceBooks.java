package io.minutebook.billing;

import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PriceBookFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Price books for tests. */
public final class PriceBooks {

    private static final String LANDLINE = "number-landline,NUMBER,CALL,,2020-01-01,";
    private static final String FREE = "bot-messages-100k,MESSAGE_PACK,ADD_ON,,2020-01-01,";

    private PriceBooks() {}

    /** The shipped one, but packs of bot messages cost 1,000.00 or overseas 1,500.00 from that day on. */
    public static PriceBook withPromotionUntil(String day) {
        var lines = Stream.concat(
                shipped().lines().map(line -> line.replace(FREE, FREE + day)),
                Stream.of(priced(day, "1000", "DOMESTIC"), priced(day, "1500", "OVERSEAS")));
        return read(lines);
    }

    /** The shipped one, but landline numbers cost so much a month from that day on. */
    public static PriceBook withRentFrom(String day, String rent) {
        return read(Stream.concat(
                shipped().lines().map(line -> line.replace(LANDLINE, LANDLINE + day)),
                Stream.of("number-landline,NUMBER,CALL,," + day + ",,,,,,," + rent + ",1000,,1,36,,,,,,")));
    }

    private static PriceBook read(Stream<String> lines) {
        var file = lines.collect(Collectors.joining("\n"));
        return PriceBookFile.read("dated.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private static String priced(String day, String price, String region) {
        return "bot-messages-100k,MESSAGE_PACK,ADD_ON,," + day + ",,,,,,," + price + ",,,,,," + region + ",,100000,,";
    }

    private static String shipped() {
        try (var file = Objects.requireNonNull(PriceBooks.class.getResourceAsStream("/price-book/prices.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
