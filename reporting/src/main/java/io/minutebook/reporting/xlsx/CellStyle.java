package io.minutebook.reporting.xlsx;

/** How a cell looks, by its place among the formats of {@link Parts#STYLES}. */
enum CellStyle {
    HEADING(1),
    TEXT(2),
    /** A text that stays one even when somebody edits the cell: as if an apostrophe stood before it. */
    QUOTED(3),
    WHOLE(4),
    TWO_DECIMALS(5),
    THREE_DECIMALS(6),
    /** Two decimals, and up to eight where there are more. */
    UNIT_PRICE(7),
    TIME(8);

    private final int place;

    CellStyle(int place) {
        this.place = place;
    }

    int place() {
        return place;
    }
}
