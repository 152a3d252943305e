package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.DomainTypes;
import io.minutebook.billing.Stored;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Test;

class EventWordsTest {

    @Test
    void everyStoredEventIsSaidInBothLanguages() {
        var events = DomainTypes.storedTypes().stream()
                .filter(type -> !type.isAnnotationPresent(AggregateRoot.class))
                .map(type -> type.getAnnotation(Stored.class).name())
                .toList();
        assertThat(events).hasSizeGreaterThan(50).allSatisfy(type -> {
            var words = EventWords.of(type, "{}");
            assertThat(words.en()).isNotBlank().isASCII();
            assertThat(words.zh()).matches(".*[\\u4e00-\\u9fff].*");
        });
    }

    @Test
    void valuesOfThePayloadStandInTheirPlaces() {
        var payload = "{\"usage\":{\"record\":{\"id\":{\"id\":\"14:s:main\"}},\"billed\":3,\"month\":\"2025-01\"},"
                + "\"draws\":[{\"packId\":\"P1\"},{\"packId\":\"P2\"}],\"uncovered\":0}";
        assertThat(EventWords.of("packs.minutes-drawn", payload).en())
                .isEqualTo("Record 14:s:main was billed 3 in 2025-01, drawn from 2 packs; 0 not covered.");
    }
}
