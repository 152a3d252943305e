package io.minutebook.reporting.pdf;

import java.util.List;

/** A table that goes on over as many pages as it needs, with its headings on each. */
public final class PdfTable {

    private static final float PAD = 3;

    private final PdfFile file;
    private final List<Column> columns;
    private final float fontSize;
    private final float lineHeight;

    /**
     * A column.
     *
     * @param width in points
     * @param isNumber whether its cells end at its right edge
     */
    public record Column(String heading, float width, boolean isNumber) {

        public static Column text(String heading, float width) {
            return new Column(heading, width, false);
        }

        public static Column number(String heading, float width) {
            return new Column(heading, width, true);
        }
    }

    /** Begins with the headings. */
    public PdfTable(PdfFile file, float fontSize, List<Column> columns) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.fontSize = fontSize;
        this.lineHeight = fontSize * 1.55f;
        file.needs(3 * lineHeight);
        headings();
    }

    /** A row; the second line of a cell, after a line feed, is faint. */
    public void row(String... cells) {
        row(false, cells);
    }

    /** A row that sums up. */
    public void total(String... cells) {
        row(true, cells);
    }

    private void row(boolean isStrong, String... cells) {
        float height = (heightOf(cells) + 0.35f) * lineHeight;
        if (!file.hasRoom(height)) {
            file.page();
            headings();
        }
        file.down(lineHeight);
        float x = 0;
        for (int column = 0; column < cells.length; column++) {
            cell(columns.get(column), x, cells[column], isStrong);
            x += columns.get(column).width();
        }
        file.down(height - lineHeight);
        file.rule(0, Ink.RULE);
    }

    private static int heightOf(String... cells) {
        for (var cell : cells) if (cell.contains("\n")) return 2;
        return 1;
    }

    private void cell(Column column, float x, String cell, boolean isStrong) {
        var lines = cell.split("\n", 2);
        write(column, x, lines[0], Ink.TEXT, isStrong);
        if (lines.length == 1) return;
        file.down(lineHeight);
        write(column, x, lines[1], Ink.FAINT, false);
        file.down(-lineHeight);
    }

    private void write(Column column, float x, String line, Ink ink, boolean isStrong) {
        float room = column.width() - 2 * PAD;
        if (column.isNumber()) {
            float size = line.isEmpty() ? fontSize : file.sizeFitting(line, fontSize, room);
            float right = x + PAD + room;
            if (isStrong) file.strongTo(right, line, size, ink);
            else file.textTo(right, line, size, ink);
        } else {
            var shown = file.fitting(line, fontSize, room);
            if (isStrong) file.strong(x + PAD, shown, fontSize, ink);
            else file.text(x + PAD, shown, fontSize, ink);
        }
    }

    private void headings() {
        file.box(0, 0, file.width(), 1.5f * lineHeight, Ink.SHADE);
        file.down(lineHeight);
        float x = 0;
        for (var column : columns) {
            write(column, x, column.heading(), Ink.FAINT, false);
            x += column.width();
        }
        file.down(0.5f * lineHeight);
    }
}
