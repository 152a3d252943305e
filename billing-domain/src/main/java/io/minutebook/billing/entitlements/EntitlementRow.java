package io.minutebook.billing.entitlements;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One line of a file of entitlements, still as text; reading it refuses what its columns do not allow. */
record EntitlementRow(String file, long line, CSVRecord cells) {

    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z]+)+");
    private static final List<String> HEADER =
            Stream.of(Column.values()).map(EntitlementRow::nameOf).toList();

    private enum Column {
        CODE,
        NAME,
        FAMILY,
        STANDARD,
        ADVANCED,
        TRIAL,
        UNIT,
        STANDARD_NOTE,
        ADVANCED_NOTE,
        ENGLISH,
        CHINESE
    }

    private static String nameOf(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    void requireHeader() {
        if (!cells.toList().equals(HEADER)) throw broken("the header is not " + String.join(",", HEADER));
    }

    Entitlement entitlement() {
        if (cells.size() != HEADER.size()) {
            throw broken(cells.size() + " columns where " + HEADER.size() + " are expected");
        }
        try {
            return read();
        } catch (IllegalArgumentException rule) {
            throw new BrokenEntitlements(file, line, String.valueOf(rule.getMessage()), rule);
        }
    }

    private Entitlement read() {
        var english = textOrNull(Column.ENGLISH);
        if (english == null) throw broken("english is blank");
        return new Entitlement(
                new EntitlementCode(text(Column.CODE)),
                name(),
                family(),
                Inclusion.parse(text(Column.STANDARD), textOrNull(Column.STANDARD_NOTE)),
                Inclusion.parse(text(Column.ADVANCED), textOrNull(Column.ADVANCED_NOTE)),
                text(Column.TRIAL).isEmpty() ? null : Inclusion.parse(text(Column.TRIAL), null),
                textOrNull(Column.UNIT),
                english,
                textOrNull(Column.CHINESE));
    }

    private @Nullable String name() {
        var name = textOrNull(Column.NAME);
        if (name == null || NAME.matcher(name).matches()) return name;
        throw broken("name is '" + name + "' where one such as voice.inout is expected");
    }

    private PlanFamily family() {
        return Stream.of(PlanFamily.values())
                .filter(family -> family.name().equals(text(Column.FAMILY)))
                .findFirst()
                .orElseThrow(() -> broken("family is '" + text(Column.FAMILY) + "' where VOICE or CHAT is expected"));
    }

    private String text(Column column) {
        return cells.get(HEADER.indexOf(nameOf(column)));
    }

    private @Nullable String textOrNull(Column column) {
        return text(column).isBlank() ? null : text(column);
    }

    BrokenEntitlements broken(String rule) {
        return new BrokenEntitlements(file, line, rule, null);
    }
}
