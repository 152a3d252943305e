package io.minutebook.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT6S", "PT10S", "PT30M"})
    void takesASessionThatKafkaAllows(Duration session) {
        assertThat(settings(session).sessionTimeout()).isEqualTo(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT0S", "PT5.999S", "PT30M0.001S", "P30D"})
    void refusesASessionWithWhichNothingWouldEverBeRead(Duration session) {
        assertThatThrownBy(() -> settings(session))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6s to 30m");
    }

    private static IngestSettings settings(Duration session) {
        return new IngestSettings("127.0.0.1:9092", "usage", "usage.dlq", 1, 1, Duration.ofMillis(100), session);
    }
}
