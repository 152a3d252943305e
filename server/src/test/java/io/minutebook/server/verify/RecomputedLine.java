package io.minutebook.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** The figures of a bill line, worked out by hand from the parts of its explanation and what these link to. */
record RecomputedLine(JsonNode explanation, BiFunction<String, String, List<JsonNode>> items) {

    private static final BigDecimal ONE_FEN = new BigDecimal("0.01");

    static JsonNode step(JsonNode explanation, String rule) {
        return steps(explanation, rule).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + rule + " in " + explanation));
    }

    static List<JsonNode> steps(JsonNode explanation, String rule) {
        return explanation.at("/steps").valueStream()
                .filter(step -> step.at("/rule").asString().equals(rule))
                .toList();
    }

    static List<String> shownBy(JsonNode line) {
        return line.at("/transactionType").asString().equals("USAGE")
                ? List.of(text(line, "measuredQuantity"), text(line, "remainingQuantity"))
                : List.of(text(line, "amount"));
    }

    private static String text(JsonNode node, String field) {
        return node.at("/" + field).asString();
    }

    List<String> figures() {
        return switch (text(explanation.at("/figure"), "transactionType")) {
            case "REFUND" -> List.of(refund().negate().toPlainString());
            case "USAGE" -> usage();
            default -> List.of(price().toPlainString());
        };
    }

    /** The whole order is rounded once; each line has its exact price to less than one fen. */
    private BigDecimal price() {
        var order = step(explanation, "PD-2");
        var exact = BigDecimal.ZERO;
        var charged = BigDecimal.ZERO;
        for (var line : order.at("/inputs/lines")) {
            var price = exact(line);
            var amount = new BigDecimal(text(line, "amount"));
            assertThat(amount.subtract(price).abs()).isLessThan(ONE_FEN);
            exact = exact.add(price);
            charged = charged.add(amount);
        }
        var payable = new BigDecimal(text(order.at("/result"), "payable"));
        assertThat(exact.setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(payable);
        assertThat(charged).isEqualByComparingTo(payable);
        var result = step(explanation, "PRICE").at("/result");
        var amount = new BigDecimal(text(result, "listPrice")).subtract(new BigDecimal(text(result, "discount")));
        var paid = result.at("/paid").valueStream()
                .map(part -> new BigDecimal(part.asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(paid).isEqualByComparingTo(amount);
        return amount;
    }

    private static BigDecimal exact(JsonNode line) {
        var units = new BigDecimal(text(line, "units"));
        var listed = new BigDecimal(text(line, "unitPrice")).multiply(units);
        if (!line.has("discountKind")) return listed;
        var value = new BigDecimal(text(line, "discountValue"));
        return text(line, "discountKind").equals("RATE")
                ? listed.multiply(value)
                : value.multiply(new BigDecimal(text(line, "discountUnits")));
    }

    private BigDecimal refund() {
        var inputs = step(explanation, "R-212").at("/inputs");
        var fraction = text(inputs, "consumed").split("/", -1);
        var numerator = new BigDecimal(text(inputs, "paid"))
                .multiply(new BigDecimal(fraction[1]))
                .subtract(new BigDecimal(fraction[0]));
        return numerator.divide(new BigDecimal(fraction[1]), 2, RoundingMode.HALF_UP).max(new BigDecimal("0.00"));
    }

    private List<String> usage() {
        if (!explanation.at("/figure").has("resourceId")) return List.of(Long.toString(linked("UNCOVERED_USAGE")), "0");
        var left = step(explanation, "MONTH-REMAINING").at("/inputs");
        long remaining = Math.max(0, left.at("/granted").asLong() - sum(left.at("/months")) - sum(left.at("/adjustments")));
        boolean usable = OffsetDateTime.parse(text(left, "usableUntil")).isAfter(OffsetDateTime.parse(text(left, "seenAt")));
        return List.of(Long.toString(linked("DRAWS")), Long.toString(usable ? remaining : 0));
    }

    private static long sum(JsonNode parts) {
        return parts.valueStream().mapToLong(part -> part.at("/minutes").asLong()).sum();
    }

    /** What the linked rows add up to. */
    private long linked(String to) {
        var path = explanation.at("/links").valueStream()
                .filter(link -> text(link, "to").equals(to))
                .map(link -> text(link, "path").replace("/api/v1/", ""))
                .findFirst()
                .orElseThrow();
        return to.equals("DRAWS")
                ? items.apply(path, "/items").stream().mapToLong(row -> row.at("/drawnMinutes").asLong()).sum()
                : items.apply(path, "/rows").stream().mapToLong(row -> row.at("/uncoveredMinutes").asLong()).sum();
    }
}
