package io.minutebook.reporting.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWent() {
        var cursor = Cursor.at("2025-01-31T15:59:59.999Z", "/cdr/广州?x=1&y", "r:1;ü\n");

        assertThat(Cursor.decode(cursor.encoded(), 3)).isEqualTo(cursor);
    }

    @Test
    void consistsOfLettersDigitsHyphensAndUnderscores() {
        for (int c = 0; c < 256; c++) {
            assertThat(Cursor.at("" + (char) c, "ÿ" + (char) c).encoded()).matches("[A-Za-z0-9_-]+");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a=b", "!!!!", "gICA", "QQ", "QQBC"})
    void isRefusedWhenNoListAnsweredIt(String text) {
        assertThatThrownBy(() -> Cursor.decode(text, 3)).isInstanceOf(MalformedCursor.class);
    }

    @Test
    void thePageThatHoldsTheRestHasNoNext() {
        assertThat(Listing.of(List.of("a", "b"), 2, Cursor::at)).isEqualTo(new Listing<>(List.of("a", "b"), null));
        assertThat(Listing.of(List.of("a", "b", "c"), 2, Cursor::at))
                .isEqualTo(new Listing<>(List.of("a", "b"), Cursor.at("b").encoded()));
    }
}
