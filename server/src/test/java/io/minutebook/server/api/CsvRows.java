package io.minutebook.server.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The rows of a file of comma-separated values, by the names of their columns. */
final class CsvRows {

    private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(,|$)");

    private CsvRows() {}

    static List<Map<String, String>> of(String file) {
        var lines = List.of(file.split("\r\n"));
        var columns = cells(lines.getFirst());
        return lines.stream().skip(1).map(line -> row(columns, cells(line))).toList();
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        IntStream.range(0, columns.size()).forEach(i -> row.put(columns.get(i), cells.get(i)));
        return row;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = CELL.matcher(line);
        while (cell.find()) {
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
            if (cell.group(3).isEmpty()) break;
        }
        return cells;
    }
}
