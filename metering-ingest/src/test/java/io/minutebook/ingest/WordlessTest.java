package io.minutebook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WordlessTest {

    @Test
    void tellsKindsAndPlacesOfAFailureAndItsCausesButNoneOfTheirWords() {
        var cause = new ArithmeticException("+8613800138000 divided by zero");
        var failure = new IllegalStateException("a call of +8613800138000", new IllegalArgumentException(cause));

        var shown = textOf(Wordless.of(failure));

        assertThat(shown)
                .contains(
                        "java.lang.IllegalStateException",
                        "java.lang.IllegalArgumentException",
                        "java.lang.ArithmeticException",
                        "WordlessTest.tellsKinds")
                .doesNotContain("13800138000");
    }

    private static String textOf(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
