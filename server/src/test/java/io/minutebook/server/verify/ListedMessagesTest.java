package io.minutebook.server.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.catalogue.PriceBookFile;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedMessagesTest {

    private static final byte[] DATED =
            """
            # A comment
            product,kind,in_force_from,in_force_until,unit_price,region
            bot-messages-100k,MESSAGE_PACK,2020-01-01,2025-04-01,0.00,DOMESTIC
            bot-messages-100k,MESSAGE_PACK,2025-04-01,,1000,DOMESTIC
            bot-messages-100k,MESSAGE_PACK,2020-01-01,,0,OVERSEAS
            number-landline,NUMBER,2020-01-01,,50,
            """
                    .getBytes(UTF_8);
    /** The first bytes of its SHA-256. */
    private static final String VERSION = "7fbfe49a9364";

    @ParameterizedTest
    @CsvSource({
        "2025-03-31T15:59:59.999Z, DOMESTIC, true",
        "2025-03-31T16:00:00.000Z, DOMESTIC, false",
        "2025-03-31T16:00:00.000Z, OVERSEAS, true",
        "2019-12-31T15:59:59.999Z, OVERSEAS, false",
        "2019-12-31T16:00:00.000Z, OVERSEAS, true",
    })
    void messagesAreFreeWhileAPackCostsNothingInTheirRegion(Instant at, String region, boolean free) {
        assertThat(ListedMessages.of(DATED).areFree(VERSION, region, at.toEpochMilli())).contains(free);
    }

    @Test
    void onlyTheListThatDecidedIsAsked() {
        assertThat(ListedMessages.of(DATED).areFree("0123456789ab", "DOMESTIC", 0)).isEmpty();
        assertThat(ListedMessages.of(DATED).areFree(null, "DOMESTIC", 0)).isEmpty();
    }

    @Test
    void theShippedListIsKnownByTheVersionOfTheLedger() {
        var version = PriceBookFile.shipped().version();
        long now = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

        assertThat(ListedMessages.shipped().areFree(version, "OVERSEAS", now)).contains(true);
    }
}
