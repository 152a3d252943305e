package io.minutebook.reporting.pdf;

/**
 * A colour, as red, green and blue in {@code 0xRRGGBB}.
 *
 * @param rgb never transparent
 */
public record Ink(int rgb) {

    public static final Ink TEXT = new Ink(0x1F2A37);
    public static final Ink FAINT = new Ink(0x667385);
    public static final Ink RULE = new Ink(0xD5DCE5);
    public static final Ink SHADE = new Ink(0xF1F4F8);
    public static final Ink ACCENT = new Ink(0x1D5FA8);
    public static final Ink WARNING = new Ink(0x9A5B00);
    public static final Ink WARNING_SHADE = new Ink(0xFFF3DC);
    public static final Ink GOOD = new Ink(0x1B6B3A);
    public static final Ink GOOD_SHADE = new Ink(0xE3F4E8);

    int red() {
        return rgb >> 16 & 0xFF;
    }

    int green() {
        return rgb >> 8 & 0xFF;
    }

    int blue() {
        return rgb & 0xFF;
    }
}
