package io.minutebook.billing.packs;

import static io.minutebook.billing.Usages.delivered;
import static io.minutebook.billing.packs.Packs.YEAR_LATER;
import static io.minutebook.billing.packs.Packs.expireAt;
import static io.minutebook.billing.packs.Packs.pack;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.Usages;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PackPoolAggregateTest {

    private static final String POOL = "packs-1-LANDLINE_OUTBOUND";
    private static final Instant SUMMER = Instant.parse("2025-06-15T04:00:00Z");

    private final DomainFixture domain = new DomainFixture();

    @Test
    void callsAreDrawnInTheOrderGivenEachAsAnEventOfItsOwn() {
        domain.send(pack("A", 10));

        domain.send(draw(Meter.LANDLINE_OUTBOUND, 4, 4, 4));

        assertThat(domain.eventsOf(POOL))
                .filteredOn(MinutesDrawn.class::isInstance)
                .extracting(event -> ((MinutesDrawn) event).uncovered().value())
                .containsExactly(0L, 0L, 2L);
    }

    @Test
    void metersAreKeptApart() {
        domain.send(pack("A", 10));

        domain.send(draw(Meter.TOLL_FREE_INBOUND, 4));

        assertThat(domain.eventsOf("packs-1-TOLL_FREE_INBOUND"))
                .singleElement()
                .extracting(event -> ((MinutesDrawn) event).uncovered())
                .isEqualTo(new Minutes(4));
        assertThat(domain.eventsOf(POOL)).hasSize(1);
    }

    @Test
    void anAccountWithoutPacksHasItsCallsRecordedAllTheSame() {
        domain.send(draw(Meter.LANDLINE_OUTBOUND, 4));

        assertThat(domain.eventsOf(POOL)).hasSize(1);
    }

    @Test
    void packsExpireOnce() {
        domain.send(pack("A", 10));

        domain.send(expireAt(YEAR_LATER));
        domain.send(expireAt(YEAR_LATER));

        assertThat(domain.eventsOf(POOL)).filteredOn(PackExpired.class::isInstance).hasSize(1);
    }

    @Test
    void eachEventNamesTheRecordItCameFrom() {
        domain.send(draw(Meter.LANDLINE_OUTBOUND, 4));

        assertThat(domain.metaDataOf(POOL)).singleElement().satisfies(metaData -> assertThat(metaData)
                .containsEntry(Provenance.TOPIC, "usage-records")
                .containsEntry(Provenance.PARTITION, 3)
                .containsEntry(Provenance.OFFSET, 41L)
                .containsEntry(Provenance.SOURCE, "/cdr/test")
                .containsEntry(Provenance.RECORD, "1400000000:session:main"));
    }

    @Test
    void aCorrectionGivesBackAndNamesTheRecordItCameFrom() {
        domain.send(pack("A", 10));
        domain.send(draw(Meter.LANDLINE_OUTBOUND, 4));
        var booked = (MinutesDrawn) domain.eventsOf(POOL).getLast();

        domain.send(new ReverseDraw(booked, delivered(usage(Meter.LANDLINE_OUTBOUND, 1)), SUMMER));

        assertThat(domain.eventsOf(POOL).getLast())
                .isInstanceOfSatisfying(DrawReversed.class, reversed -> assertThat(reversed.returns())
                        .extracting(Return::minutes)
                        .containsExactly(new Minutes(4)));
        assertThat(domain.metaDataOf(POOL).getLast())
                .containsEntry(Provenance.RECORD, "1400000000:session:main")
                .containsEntry(Provenance.OFFSET, 41L);
    }

    private static DrawMinutes draw(Meter meter, long... minutes) {
        var usages = Arrays.stream(minutes)
                .mapToObj(each -> delivered(usage(meter, each)))
                .toList();
        return new DrawMinutes(PoolId.ofMinutes(Usages.ACCOUNT, meter), usages);
    }

    private static MeteredUsage usage(Meter meter, long minutes) {
        return MeteredUsage.of(Usages.call(Duration.ofMinutes(minutes), SUMMER), meter);
    }
}
