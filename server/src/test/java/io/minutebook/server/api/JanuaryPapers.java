package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What one account can read and download of its January, taken at one moment. */
record JanuaryPapers(
        JsonNode bill,
        JsonNode detail,
        JsonNode billNow,
        JsonNode detailNow,
        JsonNode usage,
        JsonNode usageNow,
        String billFile,
        String detailFile,
        String usageFile) {

    static JanuaryPapers of(Caller reader, String account) {
        var bills = "accounts/" + account + "/bills/2025-01";
        var usage = "accounts/" + account + "/usage";
        return new JanuaryPapers(
                reader.get(bills).is(200).json(),
                reader.get(bills + "?view=detail").is(200).json(),
                reader.get(bills + "?known=now").is(200).json(),
                reader.get(bills + "?view=detail&known=now").is(200).json(),
                reader.get(usage + "?month=2025-01&limit=1000").is(200).json().at("/rows"),
                reader.get(usage + "?month=2025-01&limit=1000&known=now").is(200).json().at("/rows"),
                reader.get(bills + ".csv").is(200).body(),
                reader.get(bills + ".csv?view=detail").is(200).body(),
                reader.get(usage + "/2025-01.csv").is(200).body());
    }

    List<String> files() {
        return List.of(billFile, detailFile, usageFile);
    }

    BilledMoney total() {
        return BilledMoney.of(bill.at("/totals"));
    }

    List<JsonNode> lines(String transactionType) {
        return linesOf(detail, line -> line.at("/transactionType").asString().equals(transactionType));
    }

    /** Lines of the detailed bill that are about money. */
    List<JsonNode> prices() {
        return linesOf(detail, line -> line.at("/component").asString().equals("PRICE"));
    }

    private static List<JsonNode> linesOf(JsonNode bill, Predicate<JsonNode> which) {
        return bill.at("/lines").valueStream().filter(which).toList();
    }

    /** Without what only the detailed bill says. */
    static Map<String, String> inShort(JsonNode line) {
        return line.properties().stream()
                .filter(field -> !List.of("component", "measuredQuantity", "deductedQuantity", "remainingQuantity")
                        .contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().asString("")));
    }

    /** A quantity of the usage lines, summed up by a field of theirs, which may be blank. */
    static Map<String, Long> usage(JsonNode detail, String field, String quantity) {
        var sums = new TreeMap<String, Long>();
        for (var line : linesOf(detail, line -> line.at("/transactionType").asString().equals("USAGE"))) {
            sums.merge(line.at("/" + field).asString(""), line.at("/" + quantity).asLong(), Long::sum);
        }
        return sums;
    }

    /** Billed minutes by the id of their record. */
    static Map<String, Long> minutes(JsonNode rows) {
        var minutes = new TreeMap<String, Long>();
        for (var row : rows) minutes.put(row.at("/recordId").asString(), row.at("/billedMinutes").asLong());
        return minutes;
    }

    /** Each row of a file has what the answer has, in its order; the columns of the whole file aside. */
    static void assertFileHas(String file, JsonNode items, JsonNode whole) {
        var rows = CsvRows.of(file);
        assertThat(rows).hasSize(items.size());
        for (int i = 0; i < rows.size(); i++) {
            var item = items.get(i);
            rows.get(i).forEach((column, cell) -> assertThat(cell)
                    .as(column)
                    .isEqualTo(written(valueOf(column, item, whole))));
        }
    }

    private static JsonNode valueOf(String column, JsonNode item, JsonNode whole) {
        var words = column.split("_", -1);
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) name.append(capitalised(words[i]));
        return item.has(name.toString()) ? item.at("/" + name) : whole.at("/" + name);
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String written(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream()
                    .map(draw -> draw.at("/packId").asString() + ":" + draw.at("/minutes").asLong())
                    .collect(Collectors.joining(";"));
        }
        if (value.isFloatingPointNumber()) return value.decimalValue().setScale(3).toPlainString();
        var text = value.asString("");
        return text.startsWith("+") ? "'" + text : text;
    }
}
