package io.minutebook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProgramVersionTest {

    @Test
    void namesTheVersionAndTheCommitOfTheBuild() throws IOException {
        assertThat(new ProgramVersion().getVersion())
                .singleElement()
                .asString()
                .matches("minutebook \\d+\\.\\d+\\.\\d+(-\\S+)?( \\(\\S*[0-9a-f]{12}(-modified)?\\))?");
    }
}
