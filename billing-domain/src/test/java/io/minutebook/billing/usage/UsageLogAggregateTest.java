package io.minutebook.billing.usage;

import static io.minutebook.billing.Usages.delivered;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Usages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageLogAggregateTest {

    private static final Instant SUMMER = Instant.parse("2025-06-15T04:00:00Z");

    private final DomainFixture domain = new DomainFixture();

    @Test
    void usageThatCostsNothingIsListedInTheOrderGivenAndDrawsNothing() {
        var free = usage(Meter.LANDLINE_INBOUND);
        var unmetered = usage(Meter.UNMETERED);

        domain.send(new ListUsage(Usages.ACCOUNT, List.of(delivered(free), delivered(unmetered))));

        assertThat(domain.eventsOf("usage-1")).containsExactly(new UsageListed(free), new UsageListed(unmetered));
        assertThat(domain.eventsOf("packs-1-LANDLINE_INBOUND")).isEmpty();
    }

    @Test
    void aCorrectedListingIsWithdrawn() {
        var free = usage(Meter.LANDLINE_INBOUND);
        domain.send(new ListUsage(Usages.ACCOUNT, List.of(delivered(free))));

        domain.send(new WithdrawListing(new UsageListed(free), delivered(usage(Meter.UNMETERED))));

        assertThat(domain.eventsOf("usage-1").getLast())
                .isEqualTo(new ListingWithdrawn(free, free.record().id()));
    }

    private static MeteredUsage usage(Meter meter) {
        return MeteredUsage.of(Usages.call(Duration.ofMinutes(3), SUMMER), meter);
    }
}
