package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void keepsTheBytesAndDropsTheEnds() throws IOException {
        assertThat(linesOf("{\"a\":1}\n{\"b\":\"通话\"}\r\n")).containsExactly("{\"a\":1}", "{\"b\":\"通话\"}");
    }

    @Test
    void takesALastLineWithoutAnEnd() throws IOException {
        assertThat(linesOf("one\ntwo")).containsExactly("one", "two");
    }

    @Test
    void leavesBlankLinesOut() throws IOException {
        assertThat(linesOf("\n\r\none\n\n\ntwo\n\n")).containsExactly("one", "two");
    }

    @Test
    void findsNothingInNothing() throws IOException {
        assertThat(linesOf("")).isEmpty();
    }

    private static List<String> linesOf(String text) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var found = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            found.add(new String(line, StandardCharsets.UTF_8));
        }
        return found;
    }
}
