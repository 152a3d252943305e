package io.minutebook.billing.packs;

import static io.minutebook.billing.Usages.delivered;
import static io.minutebook.billing.Usages.minutesUntil;
import static io.minutebook.billing.packs.Packs.NEW_YEAR;
import static io.minutebook.billing.packs.Packs.YEAR_LATER;
import static io.minutebook.billing.packs.Packs.after;
import static io.minutebook.billing.packs.Packs.expireAt;
import static io.minutebook.billing.packs.Packs.pack;
import static io.minutebook.billing.packs.Packs.pool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.MeteredUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackPoolTest {

    private static final Instant SUMMER = Instant.parse("2025-06-15T04:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final MeteredUsage CORRECTED = minutesUntil(SUMMER, 3);

    @Test
    void drawsFromTheEarliestExpiringPackFirst() {
        var pool = pool(pack("A", 100, NEW_YEAR, YEAR_LATER.plus(DAY)), pack("B", 100, NEW_YEAR, YEAR_LATER));

        assertThat(drawn(pool.draw(minutesUntil(SUMMER, 5)))).isEqualTo("B:5");
    }

    @Test
    void drawsFromTheEarliestBoughtPackFirstAmongThoseThatExpireTogether() {
        var pool = pool(pack("A", 100, NEW_YEAR.plus(DAY), YEAR_LATER), pack("B", 100, NEW_YEAR, YEAR_LATER));

        assertThat(drawn(pool.draw(minutesUntil(SUMMER, 5)))).isEqualTo("B:5");
    }

    @Test
    void drawsFromTheLowestIdFirstAmongPacksOfOneOrder() {
        var pool = pool(pack("P000000000010", 100), pack("P000000000009", 100));

        assertThat(drawn(pool.draw(minutesUntil(SUMMER, 5)))).isEqualTo("P000000000009:5");
    }

    @Test
    void aCallMaySpanSeveralPacks() {
        var pool = pool(pack("A", 3), pack("B", 4), pack("C", 100));

        var event = pool.draw(minutesUntil(SUMMER, 10));

        assertThat(drawn(event)).isEqualTo("A:3 B:4 C:3");
        assertThat(event.uncovered()).isEqualTo(Minutes.ZERO);
    }

    @Test
    void minutesBeyondTheLastPackAreUncoveredAndTheCallIsNotFree() {
        var event = pool(pack("A", 1)).draw(minutesUntil(SUMMER, 10));

        assertThat(drawn(event)).isEqualTo("A:1");
        assertThat(event.uncovered()).isEqualTo(new Minutes(9));
        assertThat(event.drawn()).isEqualTo(new Minutes(1));
    }

    @Test
    void withoutPacksAllMinutesAreUncovered() {
        var event = PackPool.EMPTY.draw(minutesUntil(SUMMER, 10));

        assertThat(event.draws()).isEmpty();
        assertThat(event.uncovered()).isEqualTo(new Minutes(10));
    }

    @Test
    void aLaterPackDoesNotBackFillWhatWasUncovered() {
        var uncovered = PackPool.EMPTY.draw(minutesUntil(SUMMER, 10));
        var pool = PackPool.EMPTY.evolve(uncovered);

        pool = pool.evolve(pool.grant(pack("A", 100, SUMMER.plus(DAY), YEAR_LATER)));

        assertThat(pool.packs().getFirst().balance().drawn()).isEqualTo(Minutes.ZERO);
    }

    @Test
    void aCallThatEndedBeforeThePurchaseDoesNotDraw() {
        var bought = pool(pack("A", 100, SUMMER, YEAR_LATER));

        assertThat(bought.draw(minutesUntil(SUMMER.minusMillis(1), 5)).draws()).isEmpty();
    }

    @Test
    void aCallThatEndsAtTheInstantOfPurchaseDrawsThoughItBeganBefore() {
        var bought = pool(pack("A", 100, SUMMER, YEAR_LATER));

        assertThat(drawn(bought.draw(minutesUntil(SUMMER, 5)))).isEqualTo("A:5");
    }

    @Test
    void theLastMillisecondOfValidityDrawsAndTheNextDoesNot() {
        var pool = pool(pack("A", 100));

        assertThat(drawn(pool.draw(minutesUntil(YEAR_LATER.minusMillis(1), 5)))).isEqualTo("A:5");
        assertThat(pool.draw(minutesUntil(YEAR_LATER, 5)).uncovered()).isEqualTo(new Minutes(5));
    }

    @Test
    void whatRemainsExpiresAtTheEndOfValidityAndOnlyOnce() {
        var pool = pool(pack("A", 100));
        var drawn = pool.evolve(pool.draw(minutesUntil(SUMMER, 30)));

        var lapsed = drawn.expire(expireAt(YEAR_LATER.plus(DAY)));
        var expired = after(drawn, expireAt(YEAR_LATER.plus(DAY)));

        assertThat(lapsed).singleElement().satisfies(event -> {
            assertThat(event.minutes()).isEqualTo(new Minutes(70));
            assertThat(event.expiredAt()).isEqualTo(YEAR_LATER);
        });
        assertThat(expired.expire(expireAt(YEAR_LATER.plus(DAY)))).isEmpty();
    }

    @Test
    void nothingExpiresBeforeItsTimeAndAnEmptyPackHasNothingToExpire() {
        var full = pool(pack("A", 10));
        var empty = full.evolve(full.draw(minutesUntil(SUMMER, 10)));

        assertThat(full.expire(expireAt(YEAR_LATER.minusMillis(1)))).isEmpty();
        assertThat(full.expire(expireAt(YEAR_LATER))).hasSize(1);
        assertThat(empty.expire(expireAt(YEAR_LATER))).isEmpty();
    }

    @Test
    void packsExpireInTheOrderTheyWereDue() {
        var pool = pool(pack("A", 10, NEW_YEAR, YEAR_LATER.plus(DAY)), pack("B", 10, NEW_YEAR, YEAR_LATER));

        assertThat(pool.expire(expireAt(YEAR_LATER.plus(DAY))))
                .extracting(event -> event.packId().value(), PackExpired::expiredAt)
                .containsExactly(
                        tuple("B", YEAR_LATER),
                        tuple("A", YEAR_LATER.plus(DAY)));
    }

    @Test
    void aLateRecordTakesBackMinutesThatLapsedAfterItsCallEnded() {
        var expired = after(pool(pack("A", 100)), expireAt(YEAR_LATER));

        var event = expired.draw(minutesUntil(SUMMER, 5));

        assertThat(event.draws()).singleElement().satisfies(draw -> {
            assertThat(draw.minutes()).isEqualTo(new Minutes(5));
            assertThat(draw.fromExpired()).isEqualTo(new Minutes(5));
            assertThat(draw.balance().expired()).isEqualTo(new Minutes(95));
            assertThat(draw.balance().remaining()).isEqualTo(Minutes.ZERO);
        });
    }

    @Test
    void whatIsDrawnInTimeTakesNothingBackFromExpired() {
        var event = pool(pack("A", 100)).draw(minutesUntil(SUMMER, 5));

        assertThat(event.draws()).singleElement().satisfies(draw -> {
            assertThat(draw.fromExpired()).isEqualTo(Minutes.ZERO);
            assertThat(draw.balance().remaining()).isEqualTo(new Minutes(95));
        });
    }

    @Test
    void minutesTakenBackDoNotExpireAgain() {
        var expired = after(pool(pack("A", 100)), expireAt(YEAR_LATER));
        var drawn = expired.evolve(expired.draw(minutesUntil(SUMMER, 5)));

        assertThat(drawn.expire(expireAt(YEAR_LATER.plus(DAY)))).isEmpty();
    }

    @Test
    void aCorrectionGivesMinutesBackToTheVeryPacksTheyCameFrom() {
        var pool = pool(pack("A", 3), pack("B", 4), pack("C", 100));
        var booked = pool.draw(minutesUntil(SUMMER, 10));

        var reversed = pool.evolve(booked).reverse(correction(booked, SUMMER));

        assertThat(reversed.returns())
                .extracting(back -> back.packId() + ":" + back.minutes() + ":" + back.toExpired())
                .containsExactly("A:3:0", "B:4:0", "C:3:0");
        assertThat(pool.evolve(booked).evolve(reversed)).isEqualTo(pool);
        assertThat(reversed.supersededBy()).isEqualTo(CORRECTED.record().id());
    }

    @Test
    void aCorrectionTakesBackWhatNoPackCovered() {
        var booked = PackPool.EMPTY.draw(minutesUntil(SUMMER, 10));

        var reversed = PackPool.EMPTY.evolve(booked).reverse(correction(booked, SUMMER));

        assertThat(reversed.returns()).isEmpty();
        assertThat(reversed.uncovered()).isEqualTo(new Minutes(10));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T15:59:59.999Z, 100, 0",
        "2026-01-01T16:00:00.000Z, 95, 5"
    })
    void minutesOfAPackThatIsOverByThenReturnToExpired(Instant at, long remaining, long expired) {
        var pool = pool(pack("A", 100));
        var booked = pool.draw(minutesUntil(SUMMER, 5));

        var back = pool.evolve(booked).reverse(correction(booked, at)).returns().getFirst();

        assertThat(back.balance().remaining()).isEqualTo(new Minutes(remaining));
        assertThat(back.balance().expired()).isEqualTo(new Minutes(expired));
        assertThat(back.toExpired()).isEqualTo(new Minutes(expired));
    }

    @Test
    void theNewRecordDrawsFromWhatReturnedToExpiredIfItIsEligible() {
        var pool = pool(pack("A", 5));
        var booked = pool.draw(minutesUntil(SUMMER, 5));
        var drawn = pool.evolve(booked);
        var given = drawn.evolve(drawn.reverse(correction(booked, YEAR_LATER)));

        assertThat(drawn(given.draw(minutesUntil(SUMMER, 3)))).isEqualTo("A:3");
        assertThat(given.draw(minutesUntil(YEAR_LATER, 3)).uncovered()).isEqualTo(new Minutes(3));
    }

    @Test
    void aBalanceAccountsForEveryMinute() {
        var one = new Minutes(1);

        assertThatThrownBy(() -> new Balance(one, one, one, Minutes.ZERO, Minutes.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ReverseDraw correction(MinutesDrawn booked, Instant at) {
        return new ReverseDraw(booked, delivered(CORRECTED), at);
    }

    private static String drawn(MinutesDrawn event) {
        List<Draw> draws = event.draws();
        return draws.stream()
                .map(draw -> draw.packId() + ":" + draw.minutes())
                .collect(Collectors.joining(" "));
    }
}
