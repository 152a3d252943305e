package io.minutebook.server.finance;

import java.util.ArrayList;
import java.util.List;

/** A table whose rows become cards on a narrow screen: each cell knows its heading. */
final class Table {

    private final String caption;
    private final List<Column> columns;
    private final List<Html> rows = new ArrayList<>();

    private record Column(String heading, boolean isNumber) {}

    /**
     * A table without rows.
     *
     * @param headings those of columns of numbers begin with {@code #}
     */
    Table(String caption, String... headings) {
        this.caption = caption;
        this.columns = List.of(headings).stream()
                .map(heading -> heading.startsWith("#")
                        ? new Column(heading.substring(1), true)
                        : new Column(heading, false))
                .toList();
    }

    /** The first cell names the row. */
    Table row(Object... cells) {
        rows.add(Html.of("<tr>{}</tr>", cells("th scope=\"row\"", "th", cells)));
        return this;
    }

    private Html cells(String firstTag, String firstEnd, Object... cells) {
        var row = Html.NOTHING;
        for (int column = 0; column < cells.length; column++) {
            var tag = column == 0 ? firstTag : "td";
            row = row.plus(Html.of(
                    "<" + tag + " data-label=\"{}\"{}><span>{}</span></" + (column == 0 ? firstEnd : "td") + ">",
                    columns.get(column).heading(),
                    columns.get(column).isNumber() ? Html.of(" class=\"number\"") : Html.NOTHING,
                    cells[column]));
        }
        return row;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Html html() {
        var heads = Html.each(columns.stream(), column -> Html.of(
                "<th scope=\"col\"{}>{}</th>",
                column.isNumber() ? Html.of(" class=\"number\"") : Html.NOTHING,
                column.heading()));
        return Html.of("""
                <table><caption class="unseen">{}</caption><thead><tr>{}</tr></thead>
                <tbody>{}</tbody></table>""",
                caption, heads, Html.each(rows.stream(), row -> row));
    }
}
