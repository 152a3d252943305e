package io.minutebook.billing.packs;

import static io.minutebook.billing.Usages.delivered;
import static io.minutebook.billing.Usages.minutesUntil;
import static io.minutebook.billing.packs.Packs.NEW_YEAR;
import static io.minutebook.billing.packs.Packs.YEAR_LATER;
import static io.minutebook.billing.packs.Packs.expireAt;
import static io.minutebook.billing.packs.Packs.pack;
import static io.minutebook.billing.packs.Packs.pool;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AlertThresholds;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Usages;
import io.minutebook.billing.usage.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pool says of packs that are nearly used up, or nearly over. */
class PackNoticesTest {

    private static final PoolId POOL = PoolId.ofMinutes(Usages.ACCOUNT, Meter.LANDLINE_OUTBOUND);
    private static final Instant SUMMER = Instant.parse("2025-06-15T04:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Integer> LEVELS = List.of(20, 5);

    @ParameterizedTest
    @CsvSource({
        "100, 79, ''",
        "100, 80, A:20",
        "100, 94, A:20",
        "100, 95, A:20 A:5",
        "100, 100, A:20 A:5",
        "7, 5, ''",
        "7, 6, A:20",
        "7, 7, A:20 A:5",
    })
    void aDrawThatTakesAPackDownToALevelReachesIt(long granted, int drawn, String levels) {
        assertThat(reached(pool(pack("A", granted)), drawn)).isEqualTo(levels);
    }

    @Test
    void aLevelIsReachedOnceThoughMinutesComeBackAndGoAgain() {
        var pool = pool(pack("A", 100));
        var drawn = pool.draw(minutesUntil(SUMMER, 85));
        var low = taken(pool, 85);

        var back = low.evolve(low.reverse(new ReverseDraw(drawn, delivered(minutesUntil(SUMMER, 1)), SUMMER.plus(DAY))));

        assertThat(back.packs().getFirst().balance().remaining()).isEqualTo(new Minutes(100));
        assertThat(reached(back, 85)).isEmpty();
        assertThat(reached(back, 96)).isEqualTo("A:5");
    }

    @Test
    void eachPackHasItsOwnLevels() {
        assertThat(reached(pool(pack("A", 10), pack("B", 100)), 90)).isEqualTo("A:20 A:5 B:20");
    }

    @Test
    void minutesTakenBackFromExpiredReachNoLevel() {
        var pool = Packs.after(pool(pack("A", 100)), expireAt(YEAR_LATER));
        assertThat(reached(pool, 90)).isEmpty();
    }

    @Test
    void withoutLevelsNoneIsReached() {
        var pool = pool(pack("A", 100));
        assertThat(pool.levelsReached(pool.draw(minutesUntil(SUMMER, 100)), List.of())).isEmpty();
    }

    @Test
    void theEndIsAnnouncedThirtySevenAndOneDaysBeforeAndOnceEach() {
        var pool = pool(pack("A", 100));
        var said = new ArrayList<String>();
        for (var due = pool.nextDue(); due.isPresent(); due = pool.nextDue()) {
            for (var event : pool.pass(expireAt(due.get()))) {
                said.add(saidBy(event));
                pool = pool.evolve(event);
            }
        }
        assertThat(said).containsExactly("30 days", "7 days", "1 days", "over");
    }

    @ParameterizedTest
    @CsvSource({"false, 79, ''", "false, 80, 20", "false, 95, 20 5", "true, 10, ''"})
    void minutesTakenByHandReachLevelsAsDrawsDo(boolean returned, long minutes, String levels) {
        var domain = new DomainFixture(new AlertThresholds(LEVELS, Money.ZERO));
        domain.send(Packs.pack("A", 100));
        if (returned) domain.send(new DrawMinutes(POOL, List.of(delivered(minutesUntil(SUMMER, 99)))));
        int before = domain.eventsOf(POOL.stream()).size();

        domain.send(new AdjustMinutes(
                POOL, new PackId("A"), new CaseNumber("adjustment-000001"), new Minutes(minutes), returned, SUMMER));

        var said = domain.eventsOf(POOL.stream());
        assertThat(said.get(before)).isInstanceOf(MinutesAdjusted.class);
        assertThat(said.subList(before + 1, said.size()).stream()
                        .map(event -> Integer.toString(((PackLevelReached) event).percent()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(levels);
    }

    private static String saidBy(PackEvent event) {
        if (event instanceof PackExpiryAnnounced announced) {
            assertThat(announced.announcedAt())
                    .isEqualTo(BusinessTime.minusDays(YEAR_LATER, announced.daysBefore()));
            return announced.daysBefore() + " days";
        }
        return event instanceof PackExpired ? "over" : event.toString();
    }

    @Test
    void theEndOfAnEmptyPackIsNotAnnounced() {
        var empty = taken(pool(pack("A", 100)), 100);
        assertThat(empty.nextDue()).isEmpty();
        assertThat(empty.pass(expireAt(YEAR_LATER.minus(DAY)))).isEmpty();
    }

    @Test
    void whatEndsBeforeAReminderIsDueHasNoneOfIt() {
        var pool = pool(pack("A", 100, NEW_YEAR, NEW_YEAR.plus(DAY.multipliedBy(10))));
        assertThat(pool.nextDue()).contains(NEW_YEAR.plus(DAY.multipliedBy(3)));
    }

    @Test
    void nobodyIsToldOfTheEndOfAPackThatIsOver() {
        assertThat(pool(pack("A", 100)).pass(expireAt(YEAR_LATER)))
                .singleElement()
                .isInstanceOf(PackExpired.class);
    }

    private static String reached(PackPool pool, int minutes) {
        var levels = pool.levelsReached(pool.draw(minutesUntil(SUMMER, minutes)), LEVELS).stream()
                .map(level -> level.packId() + ":" + level.percent())
                .toList();
        return String.join(" ", levels);
    }

    private static PackPool taken(PackPool pool, int minutes) {
        var drawn = pool.draw(minutesUntil(SUMMER, minutes));
        var after = pool.evolve(drawn);
        for (var level : pool.levelsReached(drawn, LEVELS)) after = after.evolve(level);
        return after;
    }
}
