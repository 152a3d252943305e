package io.minutebook.reporting.pdf;

import java.io.IOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Noto Sans SC in one document, which takes in the glyphs that it uses; what it has no glyph for shows as a box. */
final class Typeface {

    private static final int BOX = 0x25A1;
    private static final int UNITS = 1000;

    private final PDType0Font font;
    private final CmapLookup glyphs;

    private Typeface(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static Typeface in(PDDocument document) throws IOException {
        var file = Objects.requireNonNull(Typeface.class.getResourceAsStream("NotoSansSC-Regular.ttf"));
        var parsed = new TTFParser(true).parse(new RandomAccessReadBuffer(file));
        return new Typeface(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
    }

    PDType0Font font() {
        return font;
    }

    String shown(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().map(point -> glyphs.getGlyphId(point) == 0 ? BOX : point).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** In points; the text is one that can be shown. */
    float width(String shown, float size) throws IOException {
        return font.getStringWidth(shown) * size / UNITS;
    }
}
