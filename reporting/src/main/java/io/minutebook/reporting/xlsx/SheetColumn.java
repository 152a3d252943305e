package io.minutebook.reporting.xlsx;

import java.util.Objects;

/**
 * A column of a sheet.
 *
 * @param width in characters
 */
public record SheetColumn(String heading, int width) {

    public SheetColumn {
        Objects.requireNonNull(heading);
        if (width < 1 || width > 255) throw new IllegalArgumentException("width: " + width);
    }
}
