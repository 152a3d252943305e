package io.minutebook.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Usages;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MeteredUsageTest {

    private static final Instant MONTH_END = Instant.parse("2025-01-31T16:00:00Z");

    @Test
    void eachCallIsRoundedByItselfAndNeverTheirSum() {
        var tenSeconds = Usages.call(Duration.ofSeconds(10), MONTH_END);

        long total = IntStream.range(0, 1_000)
                .mapToLong(_ -> MeteredUsage.of(tenSeconds, Meter.LANDLINE_OUTBOUND).billed().value())
                .sum();

        assertThat(total).isEqualTo(1_000);
    }

    @Test
    void aCallThatWasNeverAnsweredCostsNothingHoweverLongItRang() {
        var rang = Usages.unanswered(Duration.ofHours(2), MONTH_END);

        var usage = MeteredUsage.of(rang, Meter.LANDLINE_OUTBOUND);

        assertThat(usage.billed()).isEqualTo(Minutes.ZERO);
        assertThat(usage.isCharged()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"LANDLINE_INBOUND", "UNMETERED", "BOT_MESSAGES"})
    void whatIsFreeCostsNoMinutes(Meter meter) {
        var hour = Usages.call(Duration.ofHours(1), MONTH_END);

        assertThat(MeteredUsage.of(hour, meter).billed()).isEqualTo(Minutes.ZERO);
    }

    @Test
    void recognitionIsChargedByTheLengthOfItsAudio() {
        var recognition = RoutingTest.recognition(RecognitionMode.OFFLINE, RecognitionFeature.RECORDING);

        assertThat(MeteredUsage.of(recognition, Meter.OFFLINE_ASR).billed()).isEqualTo(new Minutes(2));
    }

    @Test
    void aCallAcrossTheEndOfAMonthBelongsWhollyToTheMonthOfItsEnd() {
        var acrossMidnight = Usages.call(Duration.ofMinutes(30), MONTH_END);

        var usage = MeteredUsage.of(acrossMidnight, Meter.LANDLINE_OUTBOUND);

        assertThat(usage.month()).isEqualTo(BillingMonth.parse("2025-02"));
        assertThat(usage.billed()).isEqualTo(new Minutes(30));
        assertThat(usage.lateFrom()).isNull();
    }
}
