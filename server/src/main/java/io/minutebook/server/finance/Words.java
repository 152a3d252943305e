package io.minutebook.server.finance;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Money;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.bills.TransactionType;
import io.minutebook.reporting.language.Language;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Words, numbers and times as a page shows them in a language. */
record Words(Language language) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

    private static final DateTimeFormatter EXACT_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(BusinessTime.ZONE);

    /** A key of the page's own words. */
    String of(String key) {
        return bundle("page").getString(key);
    }

    String of(String key, Object... values) {
        return of(key).formatted(values);
    }

    /** What a field of an explanation is called. */
    String field(String name) {
        return figure("field." + name, name);
    }

    /** What a constant is called: by the words of files where these have it, else by those of explanations. */
    String value(Enum<?> constant) {
        var type = constant.getDeclaringClass().getSimpleName();
        return switch (constant) {
            case Meter meter -> language.word(meter);
            case TransactionType transaction -> language.word(transaction);
            default -> figure(type + "." + constant.name(), constant.name());
        };
    }

    /** What a word of an explanation is called; itself where it is no word but a text. */
    String value(String text) {
        return text.matches("[A-Z_]+") ? figure("value." + text, text) : text;
    }

    private String figure(String key, String otherwise) {
        var words = bundle("figure");
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(
                "io.minutebook.server.finance." + name,
                Locale.of(language.locale().getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static String yuan(Money money) {
        return grouped("#,##0.00", money.toYuan());
    }

    static String count(long count) {
        return grouped("#,##0", BigDecimal.valueOf(count));
    }

    static String decimal(@Nullable BigDecimal number) {
        return number == null ? "" : grouped("#,##0.###", number);
    }

    static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    /** To the millisecond, as it was received or recorded. */
    static String exactTime(Instant instant) {
        boolean isWhole = instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
        return isWhole ? time(instant) : EXACT_TIME.format(instant);
    }

    private static String grouped(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
