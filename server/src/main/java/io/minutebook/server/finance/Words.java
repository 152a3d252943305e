package io.minutebook.server.finance;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Money;
import io.minutebook.reporting.language.Language;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Words, numbers and times as a page shows them in a language. */
record Words(Language language) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

    /** A key of the page's own words. */
    String of(String key) {
        return ResourceBundle.getBundle(
                        "io.minutebook.server.finance.page",
                        Locale.of(language.locale().getLanguage()),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }

    String of(String key, Object... values) {
        return of(key).formatted(values);
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

    private static String grouped(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
