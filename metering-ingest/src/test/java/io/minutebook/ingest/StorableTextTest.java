package io.minutebook.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorableTextTest {

    @Test
    void replacesNulAndLoneSurrogates() {
        assertThat(StorableText.of("a\u0000b\uD800c\uDC00")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void leavesWhatPostgresTakes() {
        assertThat(StorableText.of("通话 \uD83D\uDCDE\u0001")).isEqualTo("通话 \uD83D\uDCDE\u0001");
        assertThat(StorableText.of(null)).isNull();
    }
}
