package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.reporting.language.Language;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an explanation as people read them, each under its name: money, minutes and times as everywhere on the
 * page, constants in words, packs and orders as links.
 */
record Figures(Language language, AccountId account) {

    /** Numbers that name or place something and count nothing. */
    private static final Set<String> NAMES = Set.of(
            "applicationId", "partition", "offset", "position", "revision", "ruleVersion", "row", "accountId");

    /** Never apart from its amount. */
    private static final String YUAN = "¥\u00a0";

    String text(String field, @Nullable Object value) {
        var words = new Words(language);
        return switch (value) {
            case null -> "–";
            case Money money -> YUAN + Words.yuan(money);
            case UnitPrice price -> YUAN + price;
            case Minutes minutes -> Words.count(minutes.value());
            case Instant time -> Words.exactTime(time);
            case Boolean said -> words.of(said ? "yes" : "no");
            case Enum<?> constant -> words.value(constant);
            case ProductCode product -> language.word(product);
            case Number number -> NAMES.contains(field) ? number.toString() : Words.count(number.longValue());
            case Collection<?> many -> Integer.toString(many.size());
            case String text when field.equals("cost") -> YUAN + text;
            case String text -> words.value(text);
            default -> value.toString();
        };
    }

    /** As {@link #text}, and a way to what it names. */
    Html shown(String field, @Nullable Object value) {
        return switch (value) {
            case PackId pack -> link(Why.pack(language, account, pack.value()), pack);
            case OrderId order -> link(Why.order(language, account, order.value()), order);
            case Collection<?> many -> Html.each(many.stream(), one -> Html.of("{} ", shown(field, one)));
            case String id when field.equals("resourceId") -> Html.of("<span class=\"whole\">{}</span>", id);
            case null, default -> Html.of("{}", text(field, value));
        };
    }

    private static Html link(Why why, Object name) {
        return Html.of("<a class=\"whole\" href=\"{}\">{}</a>", why.address(), name);
    }

    /** Names and values side by side; what holds others is shown by its parts, and lists of such as tables below. */
    Html of(Map<String, Object> figures) {
        var single = figures.entrySet().stream().filter(each -> !isTable(each.getValue())).toList();
        var pairs = single.isEmpty()
                ? Html.NOTHING
                : Html.of("<dl class=\"figures\">{}</dl>", Html.each(single.stream(), this::pair));
        var tables = figures.entrySet().stream().filter(each -> isTable(each.getValue()));
        return pairs.plus(Html.each(tables, each -> table(each.getKey(), (Collection<?>) each.getValue())));
    }

    private Html pair(Map.Entry<String, Object> figure) {
        if (figure.getValue() instanceof Map<?, ?> parts) return Html.each(entries(parts), this::pair);
        return Html.of(
                "<div><dt>{}</dt><dd class=\"number\">{}</dd></div>",
                new Words(language).field(figure.getKey()), shown(figure.getKey(), figure.getValue()));
    }

    private static boolean isTable(Object value) {
        return value instanceof Collection<?> many && (many.isEmpty() || many.iterator().next() instanceof Map<?, ?>);
    }

    private Html table(String name, Collection<?> rows) {
        var words = new Words(language);
        if (rows.isEmpty()) {
            return Html.of("<p class=\"faint\">{}: {}</p>", words.field(name), words.of("why.none"));
        }
        var maps = rows.stream().map(row -> (Map<?, ?>) row).toList();
        var fields = maps.stream()
                .flatMap(Figures::entries)
                .filter(each -> !isTable(each.getValue()))
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
        var table = new Table(
                words.field(name),
                fields.stream()
                        .map(field -> (isCount(field, maps) ? "#" : "") + words.field(field))
                        .toArray(String[]::new));
        for (var row : maps) table.row(fields.stream().map(field -> shown(field, row.get(field))).toArray());
        return Html.of("<p class=\"subtitle\">{}</p>{}", words.field(name), table.html());
    }

    /** Whether a column stands to the right. */
    private static boolean isCount(String field, Collection<? extends Map<?, ?>> rows) {
        return rows.stream()
                .map(row -> row.get(field))
                .allMatch(value -> value == null || isAmount(field, value));
    }

    /** What is counted or paid, in contrast to what is only named. */
    static boolean isAmount(String field, Object value) {
        return switch (value) {
            case Money _, Minutes _, UnitPrice _ -> true;
            case Number _ -> !NAMES.contains(field);
            default -> false;
        };
    }

    private static Stream<Map.Entry<String, Object>> entries(Map<?, ?> parts) {
        return parts.entrySet().stream().map(part -> Map.entry((String) part.getKey(), (Object) part.getValue()));
    }
}
