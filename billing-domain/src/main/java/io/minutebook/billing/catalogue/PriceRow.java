package io.minutebook.billing.catalogue;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Edition;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One line of a price book file, still as text; each reading refuses what its column does not allow. */
record PriceRow(String file, long line, CSVRecord cells) {

    static final List<String> HEADER =
            Stream.of(Column.values()).map(PriceRow::nameOf).toList();

    /** What the rows of one product and one time have in common. */
    record Key(ProductCode code, Instant from) {}

    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,8})?");

    private static String nameOf(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    void requireHeader() {
        if (!cells.toList().equals(HEADER)) throw broken("the header is not " + String.join(",", HEADER));
    }

    void requireColumns() {
        if (cells.size() == HEADER.size()) return;
        throw broken(cells.size() + " columns where " + HEADER.size() + " are expected");
    }

    String text(Column column) {
        return cells.get(HEADER.indexOf(nameOf(column)));
    }

    Key key() {
        return new Key(code(), from());
    }

    /** Whether another row of the same product says the same but for its tier, term or region. */
    boolean agreesWith(PriceRow other) {
        var kind = kind();
        return Stream.of(Column.values())
                .filter(column -> !kind.variesIn(column))
                .allMatch(column -> text(column).equals(other.text(column)));
    }

    ProductCode code() {
        return new ProductCode(matching(Column.PRODUCT, CODE, "lower-case letters, digits and hyphens"));
    }

    RowKind kind() {
        return RowKind.valueOf(oneOf(Column.KIND, namesOf(Stream.of(RowKind.values()))));
    }

    Family family() {
        return Family.valueOf(oneOf(Column.FAMILY, namesOf(Stream.of(Family.values()))));
    }

    Meter meter() {
        var sold = Stream.of(Meter.values()).filter(Meter::drawsMinutes);
        return Meter.valueOf(oneOf(Column.METER, namesOf(sold)));
    }

    Instant from() {
        return startOfDay(Column.IN_FORCE_FROM);
    }

    @Nullable Instant until() {
        return text(Column.IN_FORCE_UNTIL).isEmpty() ? null : startOfDay(Column.IN_FORCE_UNTIL);
    }

    Minutes minutes(Column column) {
        return new Minutes(number(column));
    }

    long number(Column column) {
        return Long.parseLong(matching(column, WHOLE_NUMBER, "a whole number below 10^10"));
    }

    VolumeTier tier() {
        var below = text(Column.TIER_BELOW).isEmpty() ? null : minutes(Column.TIER_BELOW);
        return checked(() -> new VolumeTier(minutes(Column.TIER_FROM), below, unitPrice()));
    }

    TermPrice termPrice() {
        var term = Term.valueOf(oneOf(Column.TERM, namesOf(Stream.of(Term.values()))));
        return new TermPrice(term, unitPrice(), periods());
    }

    RegionPrice regionPrice() {
        var region = Region.valueOf(oneOf(Column.REGION, namesOf(Stream.of(Region.values()))));
        return new RegionPrice(region, unitPrice());
    }

    Periods periods() {
        return checked(() -> Periods.of(number(Column.FEWEST), number(Column.MOST)));
    }

    Edition edition() {
        return Edition.valueOf(oneOf(Column.EDITION, namesOf(Stream.of(Edition.values()))));
    }

    @Nullable ProductCode upgradesTo() {
        if (text(Column.UPGRADES_TO).isEmpty()) return null;
        return new ProductCode(matching(Column.UPGRADES_TO, CODE, "lower-case letters, digits and hyphens"));
    }

    @Nullable String promotion() {
        if (text(Column.PROMOTION).isEmpty()) return null;
        return matching(Column.PROMOTION, CODE, "lower-case letters, digits and hyphens");
    }

    /** Nothing is free by oversight: a price of 0 names the promotion that makes it so. */
    UnitPrice unitPrice() {
        var price = UnitPrice.of(matching(Column.UNIT_PRICE, PRICE, "yuan with at most 8 decimals"));
        boolean isFree = price.yuan().signum() == 0;
        boolean isPromotion = !text(Column.PROMOTION).isEmpty();
        if (isFree && !isPromotion) throw broken("unit_price is 0 without a promotion");
        if (isPromotion && !isFree) throw broken("unit_price is not 0 in a promotion");
        return price;
    }

    void requireOnlyItsColumns() {
        for (var column : Column.values()) {
            if (kind().fills(column) || text(column).isEmpty()) continue;
            throw broken(nameOf(column) + " must be blank for a " + kind());
        }
    }

    private Instant startOfDay(Column column) {
        try {
            return BusinessTime.startOf(LocalDate.parse(text(column)));
        } catch (DateTimeParseException notADate) {
            throw unexpected(column, "a date such as 2020-01-01", notADate);
        }
    }

    private String matching(Column column, Pattern shape, String meaning) {
        var text = text(column);
        if (!shape.matcher(text).matches()) throw unexpected(column, meaning, null);
        return text;
    }

    private String oneOf(Column column, List<String> allowed) {
        var text = text(column);
        if (!allowed.contains(text)) throw unexpected(column, "one of " + String.join(", ", allowed), null);
        return text;
    }

    /** Makes what the row describes; the rule it breaks is told with its line. */
    <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException rule) {
            throw new BrokenPriceBook(file, line, String.valueOf(rule.getMessage()), rule);
        }
    }

    BrokenPriceBook broken(String rule) {
        return new BrokenPriceBook(file, line, rule, null);
    }

    private BrokenPriceBook unexpected(Column column, String expected, @Nullable Throwable cause) {
        var rule = nameOf(column) + " is '" + text(column) + "' where " + expected + " is expected";
        return new BrokenPriceBook(file, line, rule, cause);
    }

    private static List<String> namesOf(Stream<? extends Enum<?>> constants) {
        return constants.<String>map(Enum::name).toList();
    }
}
