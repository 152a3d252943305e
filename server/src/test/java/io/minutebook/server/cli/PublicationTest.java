package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{\"subject\":\"42\",\"data\":{\"accountId\":\"43\"}} | 42",
        "{\"data\":{\"accountId\":\"43\"}}                   | 43",
        "{\"subject\":7,\"data\":{\"accountId\":8}}          |",
        "{\"subject\":null}                                  |",
        "{\"subject\":\"1\",\"subject\":\"2\"}               | 2",
        "[1,2]                                               |",
        "not json                                            |",
    })
    void keysARecordByTheAccountItNames(String line, String account) {
        assertThat(Publication.accountOf(line.getBytes(StandardCharsets.UTF_8)).orElse(null))
                .isEqualTo(account);
    }
}
