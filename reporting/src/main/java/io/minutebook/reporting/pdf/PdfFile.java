package io.minutebook.reporting.pdf;

import io.minutebook.reporting.language.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * A document of A4 pages that is drawn from top to bottom; lengths are points. The same drawing and the same time of
 * creation give the same bytes.
 */
public final class PdfFile implements AutoCloseable {

    static final float MARGIN = 48;
    private static final float FOOT = 24;
    private static final float FOOT_SIZE = 8;
    private static final float STRESS = 28;

    private final PDDocument document = new PDDocument();
    private final Typeface face;
    private PDPageContentStream content;
    private PDRectangle size;
    private float y;

    /** Begins a document with a first, upright page. */
    public PdfFile() {
        try {
            face = Typeface.in(document);
            size = PDRectangle.A4;
            content = open(size);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void widePage() {
        float longSide = PDRectangle.A4.getHeight();
        float shortSide = PDRectangle.A4.getWidth();
        page(new PDRectangle(longSide, shortSide));
    }

    /** Another page like the one before. */
    void page() {
        page(size);
    }

    private void page(PDRectangle pageSize) {
        draw(() -> {
            content.close();
            content = open(pageSize);
        });
    }

    private PDPageContentStream open(PDRectangle pageSize) throws IOException {
        var page = new PDPage(pageSize);
        document.addPage(page);
        size = pageSize;
        y = pageSize.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    /** Between the margins. */
    public float width() {
        return size.getWidth() - 2 * MARGIN;
    }

    /** Moves on, to the next page where so much would not fit above the margin. */
    public void needs(float height) {
        if (!hasRoom(height)) page();
    }

    boolean hasRoom(float height) {
        return y - height >= MARGIN;
    }

    /** Moves down. */
    public void down(float height) {
        y -= height;
    }

    /** A text on the current line, from so far right of the margin. */
    public void text(float x, String text, float fontSize, Ink ink) {
        write(content, face.shown(text), MARGIN + x, y, fontSize, ink, false);
    }

    public void strong(float x, String text, float fontSize, Ink ink) {
        write(content, face.shown(text), MARGIN + x, y, fontSize, ink, true);
    }

    /** A text that ends so far right of the margin. */
    public void textTo(float x, String text, float fontSize, Ink ink) {
        write(content, face.shown(text), MARGIN + x - widthOf(text, fontSize), y, fontSize, ink, false);
    }

    public void strongTo(float x, String text, float fontSize, Ink ink) {
        write(content, face.shown(text), MARGIN + x - widthOf(text, fontSize), y, fontSize, ink, true);
    }

    public float widthOf(String text, float fontSize) {
        try {
            return face.width(face.shown(text), fontSize);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As much of a text as fits, with dots for the rest. */
    public String fitting(String text, float fontSize, float most) {
        if (widthOf(text, fontSize) <= most) return text;
        int end = text.length();
        while (end > 0 && widthOf(text.substring(0, end) + "…", fontSize) > most) end--;
        return text.substring(0, end) + "…";
    }

    /** The size, this or a smaller one, at which all of a text fits: a figure is never cut. */
    public float sizeFitting(String text, float fontSize, float most) {
        return Math.min(fontSize, fontSize * most / widthOf(text, fontSize));
    }

    /** A filled rectangle, from so far right of the margin and below the current line. */
    public void box(float x, float below, float width, float height, Ink ink) {
        draw(() -> {
            content.setNonStrokingColor(ink.red() / 255f, ink.green() / 255f, ink.blue() / 255f);
            content.addRect(MARGIN + x, y - below - height, width, height);
            content.fill();
        });
    }

    /** A line across the page, so far below the current one. */
    public void rule(float below, Ink ink) {
        box(0, below, width(), 0.6f, ink);
    }

    private void write(
            PDPageContentStream where, String text, float x, float baseline, float fontSize, Ink ink, boolean isStrong) {
        draw(() -> {
            where.beginText();
            where.setFont(face.font(), fontSize);
            where.setNonStrokingColor(ink.red() / 255f, ink.green() / 255f, ink.blue() / 255f);
            where.setStrokingColor(ink.red() / 255f, ink.green() / 255f, ink.blue() / 255f);
            where.setRenderingMode(isStrong ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            where.setLineWidth(isStrong ? fontSize / STRESS : 0);
            where.newLineAtOffset(x, baseline);
            where.showText(text);
            where.endText();
        });
    }

    /** Ends the document and writes it to the stream, which stays the caller's to close. */
    public void end(OutputStream out, String title, Instant createdAt, Language language) {
        draw(() -> {
            content.close();
            number(title, language);
            var information = document.getDocumentInformation();
            information.setTitle(title);
            information.setCreator("Minutebook");
            information.setCreationDate(GregorianCalendar.from(createdAt.atZone(ZoneOffset.UTC)));
            document.getDocumentCatalog().setLanguage(language.tag());
            document.setDocumentId(createdAt.toEpochMilli());
            document.save(out, CompressParameters.DEFAULT_COMPRESSION);
        });
    }

    /** Below each page, now that it is known how many there are. */
    private void number(String title, Language language) throws IOException {
        int count = document.getNumberOfPages();
        for (int number = 1; number <= count; number++) {
            var page = document.getPage(number - 1);
            var numbered = face.shown(language.word("page.of").formatted(number, count));
            try (var foot = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                float right = page.getMediaBox().getWidth() - MARGIN - face.width(numbered, FOOT_SIZE);
                write(foot, face.shown(title), MARGIN, FOOT, FOOT_SIZE, Ink.FAINT, false);
                write(foot, numbered, right, FOOT, FOOT_SIZE, Ink.FAINT, false);
            }
        }
    }

    @Override
    public void close() {
        draw(() -> {
            content.close();
            document.close();
        });
    }

    private interface Drawing {
        void draw() throws IOException;
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
