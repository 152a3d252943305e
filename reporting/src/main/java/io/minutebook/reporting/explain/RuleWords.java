package io.minutebook.reporting.explain;

import io.minutebook.billing.BusinessTime;
import io.minutebook.reporting.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sentences of the rules, with the figures of a case in their places; each rule has one in each language. */
final class RuleWords {

    private static final Properties SENTENCES = read();
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(BusinessTime.ZONE);

    private RuleWords() {}

    static Words of(String rule, Parts inputs, Parts result) {
        return new Words(
                sentence(rule, Language.EN, inputs.map(), result.map(), RuleWords::text),
                sentence(rule, Language.ZH, inputs.map(), result.map(), RuleWords::text));
    }

    /**
     * The sentence of a rule.
     *
     * @param written how a figure, by its name, stands in it
     */
    static String sentence(
            String rule,
            Language language,
            Map<String, Object> inputs,
            Map<String, Object> result,
            BiFunction<String, @Nullable Object, String> written) {
        var key = rule + (language == Language.ZH ? ".zh" : ".en");
        var pattern = Objects.requireNonNull(SENTENCES.getProperty(key), key);
        var figures = new HashMap<String, Object>(inputs);
        figures.putAll(result);
        return PLACE.matcher(pattern).replaceAll(place -> {
            var name = place.group(1);
            return Matcher.quoteReplacement(written.apply(name, figures.get(name)));
        });
    }

    private static String text(String name, @Nullable Object figure) {
        return switch (figure) {
            case null -> "-";
            case Instant time -> TIME.format(time);
            case Collection<?> many -> Integer.toString(many.size());
            default -> figure.toString();
        };
    }

    private static Properties read() {
        var sentences = new Properties();
        try (var in = Objects.requireNonNull(RuleWords.class.getResourceAsStream("/explanation/rules.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }
}
