package io.minutebook.server.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.Meter;
import io.minutebook.ingest.record.Decoded;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.NumberPrivacy;
import io.minutebook.ingest.record.Readable;
import io.minutebook.ingest.record.RecordDecoder;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.ingest.record.Unreadable;
import io.minutebook.server.simulate.Expectation.Booked;
import io.minutebook.server.simulate.Expectation.Refused;
import io.minutebook.server.simulate.Expectation.Repeated;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The ledger's own reader sees in each delivery what the simulator says about it. */
class DecodedTrafficTest {

    private static final Instant NOW = BusinessTime.startOf(Plans.JANUARY.plusMonths(1).atDay(1));
    /** Only the database knows these. */
    private static final Set<RecordRefusal> WELL_FORMED =
            EnumSet.of(RecordRefusal.UNKNOWN_ACCOUNT, RecordRefusal.ID_CONFLICT);

    private final RecordDecoder decoder = new RecordDecoder(new NumberPrivacy(new byte[32]));

    @Test
    void goodRecordsAreReadableOnTheMeterTheyWereMadeForAndRepeatsAreTheSameRecord() {
        var contents = new HashMap<UUID, UUID>();
        for (var delivery : Plans.generated(Plans.rough(20_000))) {
            var decoded = decode(delivery);
            switch (delivery.expectation()) {
                case Booked(Meter meter, long _) -> {
                    var readable = readable(delivery, decoded);
                    assertThat(readable.meter()).as(text(delivery)).isEqualTo(meter);
                    assertThat(contents.put(readable.identity(), readable.content())).isNull();
                }
                case Repeated() -> {
                    var readable = readable(delivery, decoded);
                    assertThat(contents).as(text(delivery))
                            .containsEntry(readable.identity(), readable.content());
                }
                case Refused(var reason) when reason == RecordRefusal.ID_CONFLICT -> {
                    var readable = readable(delivery, decoded);
                    assertThat(contents).as(text(delivery)).containsKey(readable.identity())
                            .doesNotContainEntry(readable.identity(), readable.content());
                }
                case Refused _ -> {}
            }
        }
    }

    @Test
    void theLedgersArithmeticComesToTheMinutesThatTheSimulatorWorkedOutByItself() {
        for (var delivery : Plans.generated(Plans.calm(20_000))) {
            var readable = readable(delivery, decode(delivery));
            var billed = readable.meter().drawsMinutes()
                    ? Minutes.started(readable.record().chargeableTime())
                    : Minutes.ZERO;
            var expected = new Booked(readable.meter(), billed.value());
            assertThat(delivery.expectation()).as(text(delivery)).isEqualTo(expected);
        }
    }

    @Test
    void badRecordsAreRefusedForTheReasonTheyWereMadeFor() {
        var bad = new TrafficPlan(20, Plans.FIRST_ACCOUNT, 4_000, Plans.JANUARY, Plans.SEED,
                Share.NONE, Share.NONE, Share.NONE, Share.ofPercent("50"), Share.NONE);
        for (var delivery : Plans.generated(bad)) {
            if (!(delivery.expectation() instanceof Refused(var reason))) continue;
            if (WELL_FORMED.contains(reason)) readable(delivery, decode(delivery));
            else assertThat(reasonOf(decode(delivery))).as(text(delivery)).isEqualTo(reason);
        }
    }

    private Decoded decode(Generated delivery) {
        var key = delivery.key().getBytes(StandardCharsets.UTF_8);
        var received = new Delivery("usage-records", 0, 0, key, delivery.value(), List.of(), NOW);
        return decoder.decode(received, NOW);
    }

    private static Readable readable(Generated delivery, Decoded decoded) {
        if (decoded instanceof Readable readable) return readable;
        throw new AssertionError(decoded + " for " + text(delivery));
    }

    private static RecordRefusal reasonOf(Decoded decoded) {
        if (decoded instanceof Unreadable unreadable) return unreadable.reason();
        throw new AssertionError("readable: " + decoded);
    }

    private static String text(Generated delivery) {
        var text = new String(delivery.value(), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(2_000, text.length()));
    }
}
