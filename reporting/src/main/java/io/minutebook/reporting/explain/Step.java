package io.minutebook.reporting.explain;

import java.util.Map;

/**
 * One rule as it was applied: the result follows from the inputs alone.
 *
 * @param rule its id in the table of rules
 * @param inputs by name; what is absent was not there
 */
public record Step(String rule, Words words, Map<String, Object> inputs, Map<String, Object> result) {

    static Step of(String rule, Parts inputs, Parts result) {
        return new Step(rule, RuleWords.of(rule, inputs, result), inputs.map(), result.map());
    }
}
