package io.minutebook.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.usage.Meter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShelfTest {

    @ParameterizedTest
    @CsvSource({
        "LANDLINE_OUTBOUND, 1, 5000",
        "LANDLINE_OUTBOUND, 5000, 5000",
        "LANDLINE_OUTBOUND, 10000, 9000",
        "LANDLINE_OUTBOUND, 11112, 10000",
        "LANDLINE_OUTBOUND, 13400, 10000",
        "LANDLINE_OUTBOUND, 14000, 15000",
        "LANDLINE_OUTBOUND, 20000, 18000",
        "TOLL_FREE_INBOUND, 100000, 90000",
        "AUDIO, 3, 1000",
        "AUDIO, 2000, 2000",
        "AUDIO, 100000, 90000",
        "REALTIME_ASR, 70000, 63000",
        "OFFLINE_ASR, 4000, 4000",
    })
    void coversAboutNineTenthsInSizesThatAreSold(Meter meter, long used, long covered) {
        assertThat(Shelf.of(meter).coverOf(used)).isEqualTo(covered);
    }

    @Test
    void sellsFixedPacksAndTheRestAsACustomPack() {
        assertThat(Shelf.of(Meter.LANDLINE_OUTBOUND).itemsFor(25_000)).isEqualTo(List.of(
                Map.of("product", "landline-outbound-10000", "quantity", 2L),
                Map.of("product", "landline-outbound-custom", "minutes", 5_000L)));
        assertThat(Shelf.of(Meter.AUDIO).itemsFor(25_000))
                .isEqualTo(List.of(Map.of("product", "audio-custom", "minutes", 25_000L)));
    }

    @Test
    void collectsEnoughForTheDearestTier() {
        assertThat(Shelf.of(Meter.OFFLINE_ASR).yuanEnoughFor(1_001)).isEqualTo(26);
    }
}
