package io.minutebook.reporting.language;

import io.minutebook.billing.ProductCode;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A language that files and pages for people are written in. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The one a header {@code Accept-Language} prefers; Chinese where it names neither, or is no such header. */
    public static Language accepted(@Nullable String header) {
        if (header == null) return ZH;
        try {
            var chosen = Locale.lookup(Locale.LanguageRange.parse(header), List.of(Locale.CHINESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(chosen) ? EN : ZH;
        } catch (IllegalArgumentException unreadable) {
            return ZH;
        }
    }

    public Locale locale() {
        return locale;
    }

    /** The tag of HTML and HTTP. */
    public String tag() {
        return this == ZH ? "zh-CN" : "en";
    }

    /** What a key such as {@code column.meter} is called; one that it lacks is a programming error. */
    public String word(String key) {
        return words().getString(key);
    }

    /** What a constant is called, under the key {@code Type.CONSTANT}. */
    public String word(Enum<?> constant) {
        return word(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** What a product is called: its code where it is of a price book of one's own. */
    public String word(ProductCode product) {
        var key = "product." + product.value();
        return words().containsKey(key) ? words().getString(key) : product.value();
    }

    private ResourceBundle words() {
        return ResourceBundle.getBundle(
                "io.minutebook.reporting.language.words",
                Locale.of(locale.getLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
