package io.minutebook.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

    private static final Path DOCS = Checkout.PROJECT.resolve("docs");

    @ParameterizedTest
    @ValueSource(strings = {
        "samples/java/PublishCall.java", "samples/python/publish_call.py", "samples/python/receive_alerts.py"
    })
    void theDocumentShowsTheProgramThatIsRun(String sample) throws IOException {
        assertThat(Document.contents(DOCS.resolve("integration.md"))).contains(Files.readString(DOCS.resolve(sample)));
    }
}
