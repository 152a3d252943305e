package io.minutebook.reporting.explain;

import io.minutebook.reporting.language.Language;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One rule as it was applied: the result follows from the inputs alone.
 *
 * @param rule its id in the table of rules
 * @param inputs by name; what is absent was not there
 */
public record Step(String rule, Words words, Map<String, Object> inputs, Map<String, Object> result) {

    /** The sentence of the rule, with its figures written as a page writes them. */
    public String said(Language language, BiFunction<String, @Nullable Object, String> written) {
        return RuleWords.sentence(rule, language, inputs, result, written);
    }

    static Step of(String rule, Parts inputs, Parts result) {
        return new Step(rule, RuleWords.of(rule, inputs, result), inputs.map(), result.map());
    }
}
