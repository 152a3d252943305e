package io.minutebook.server.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RatingTest {

    @ParameterizedTest
    @CsvSource({
        "INTERNAL, MAIN, OUTBOUND, LANDLINE, PLATFORM, AUDIO, UNMETERED",
        "PSTN, AGENT_WEB, OUTBOUND, LANDLINE, PLATFORM, AUDIO, UNMETERED",
        "PSTN, MAIN, INBOUND, NUM400, CUSTOMER, AUDIO, UNMETERED",
        "PSTN, MAIN, OUTBOUND, LANDLINE, PLATFORM, AUDIO, LANDLINE_OUTBOUND",
        "PSTN, AGENT_MOBILE, OUTBOUND, CARRIER, PLATFORM, VIDEO, LANDLINE_OUTBOUND",
        "PSTN, MAIN, INBOUND, VIRTUAL, PLATFORM, AUDIO, LANDLINE_INBOUND",
        "PSTN, MAIN, INBOUND, NUM400, PLATFORM, AUDIO, TOLL_FREE_INBOUND",
        "VOIP, MAIN, INBOUND, , , AUDIO, AUDIO",
        "VOIP, MAIN, INBOUND, , , VIDEO, UNMETERED",
    })
    void theFirstRuleThatFitsGivesTheMeter(
            String network, String legType, String direction, String number, String owner, String media, String meter) {
        var rating = rate("""
                {"kind": "call-leg", "network": "%s", "legType": "%s", "direction": "%s", "serviceNumberType": "%s",
                 "serviceNumberOwnership": "%s", "mediaType": "%s", "endedAt": "2025-01-01T00:00:00Z"}"""
                .formatted(network, legType, direction, number, owner, media));
        assertThat(rating.meter()).isEqualTo(meter);
    }

    @Test
    void a400NumberOnlyReceives() {
        assertThatThrownBy(() -> rate("""
                {"kind": "call-leg", "network": "PSTN", "legType": "MAIN", "direction": "OUTBOUND",
                 "serviceNumberType": "NUM400", "serviceNumberOwnership": "PLATFORM",
                 "endedAt": "2025-01-01T00:00:00Z"}""")).isInstanceOf(Misshapen.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "59001, 1", "60000, 1", "60001, 2", "86400000, 1440"})
    void eachStartedMinuteCounts(long millis, long minutes) {
        assertThat(rate("""
                        {"kind": "recognition", "mode": "OFFLINE", "audioMillis": %d,
                         "endedAt": "2025-01-01T00:00:00Z"}""".formatted(millis)))
                .extracting(Rating::meter, Rating::minutes)
                .containsExactly("OFFLINE_ASR", minutes);
    }

    @ParameterizedTest
    @CsvSource({"2025-01-31T15:59:59.999Z, 2025-01", "2025-01-31T16:00:00Z, 2025-02"})
    void aRecordBelongsToTheMonthOfItsEndInShanghai(String occurredAt, String month) {
        var rating = rate("{\"kind\": \"bot-messages\", \"count\": 5, \"occurredAt\": \"%s\"}".formatted(occurredAt));
        assertThat(rating.month()).isEqualTo(month);
    }

    private static Rating rate(String record) {
        return Rating.of(new Part("record", JsonMapper.shared().readTree(record)));
    }
}
