package io.minutebook.billing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.PriceBooks;
import io.minutebook.billing.Usages;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.Rating;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListedPromotionTest {

    private static final PriceBook DATED = PriceBooks.withPromotionUntil("2025-04-01");

    @ParameterizedTest
    @CsvSource(textBlock = """
            # occurred,                      free
            2025-03-31T23:59:59.999+08:00,   true
            2025-04-01T00:00:00+08:00,       false
            2030-01-01T00:00:00+08:00,       false
            """)
    void thePromotionEndsWithTheDayThePriceListGives(Instant occurred, boolean free) {
        for (var region : Region.values()) {
            assertThat(new ListedPromotion(DATED).isInForce(region, occurred)).isEqualTo(free);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theShippedPromotionHasNoEnd(Region region) {
        var shipped = new ListedPromotion(PriceBookFile.shipped());

        assertThat(shipped.isInForce(region, Instant.parse("2019-12-31T16:00:00Z"))).isTrue();
        assertThat(shipped.isInForce(region, Instant.parse("2099-12-31T00:00:00Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2025-03-31T15:59:59.999Z, 0, false", "2025-03-31T16:00:00Z, 120, true"})
    void messagesCountOneEachOnceTheyAreNotFree(Instant occurred, long billed, boolean charged) {
        var rated = new Rating(new ListedPromotion(DATED)).rate(messages(occurred), Meter.BOT_MESSAGES);

        assertThat(rated.billed().value()).isEqualTo(billed);
        assertThat(rated.isCharged()).isEqualTo(charged);
        assertThat(rated.endedAt()).isEqualTo(occurred);
    }

    @Test
    void callsAreRatedTheSameWithAndWithoutAPromotion() {
        var call = Usages.minutesUntil(Instant.parse("2025-04-02T00:00:00Z"), 7);

        assertThat(new Rating((_, _) -> true).rate(call.record(), call.meter())).isEqualTo(call);
        assertThat(new Rating((_, _) -> false).rate(call.record(), call.meter())).isEqualTo(call);
    }

    private static BotMessages messages(Instant occurred) {
        var id = new RecordId("/bots", "7:bot:b-1");
        return new BotMessages(id, Usages.ACCOUNT, 7, "b-1", Region.OVERSEAS, 120, occurred);
    }
}
