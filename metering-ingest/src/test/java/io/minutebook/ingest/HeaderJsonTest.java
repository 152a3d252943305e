package io.minutebook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.ingest.record.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderJsonTest {

    @Test
    void keepsOrderRepetitionAndBytes() {
        var headers = List.of(
                new Header("ce_id", "1:a:main".getBytes(UTF_8)),
                new Header("trace", new byte[] {0, -1, 127}),
                new Header("trace", null));

        assertThat(HeaderJson.read(HeaderJson.write(headers)))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(headers);
    }

    @Test
    void writesValuesInBase64() {
        assertThat(HeaderJson.write(List.of(new Header("k", "v".getBytes(UTF_8)))))
                .isEqualTo("[{\"key\":\"k\",\"value\":\"dg==\"}]");
    }
}
