package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.Items.chat;
import static io.minutebook.billing.orders.Items.renewedNumber;
import static io.minutebook.billing.orders.Items.seats;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Term;
import io.minutebook.billing.chat.ChatMonths;
import io.minutebook.billing.usage.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimePassesTest {

    private static final Instant START = Instant.parse("2024-01-31T10:00:00+08:00");
    private static final Instant END = Instant.parse("2026-01-01T00:00:00+08:00");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void oneStepAndManyStepsTellTheSame(long seed) {
        var random = new Random(seed);
        var leap = shop("20000.00");
        pass(leap, END);
        var walk = shop("20000.00");
        for (var at = START; at.isBefore(END); at = at.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 40)))) {
            pass(walk, at);
        }
        pass(walk, END);
        pass(walk, END);

        for (var stream : List.of("seats-1", "chat-1", "number-R4", "account-1")) {
            assertThat(walk.domain().eventsOf(stream))
                    .as(stream)
                    .hasSizeGreaterThan(5)
                    .isEqualTo(leap.domain().eventsOf(stream));
        }
    }

    /** Whether time passed before a command or with it, the events are the same. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void commandsFindWhatWasDueBeforeThemDone(long seed) {
        var random = new Random(seed);
        var leap = shop("60000.00");
        live(leap, _ -> {});
        pass(leap, END);
        var walk = shop("60000.00");
        live(walk, at -> pass(walk, at.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 9)))));
        pass(walk, END);

        for (var stream : List.of("seats-1", "chat-1", "number-R4", "account-1")) {
            assertThat(walk.domain().eventsOf(stream)).as(stream).isEqualTo(leap.domain().eventsOf(stream));
        }
    }

    private static void live(Desks desks, Consumer<Instant> before) {
        var renewal = Instant.parse("2024-12-20T00:00:00Z");
        before.accept(renewal);
        desks.passNumberTime("R4", renewal);
        desks.renew(renewal.toString(), "R1", 1L);
        var upgrade = Instant.parse("2025-12-30T00:00:00Z");
        before.accept(upgrade);
        desks.passNumberTime("R4", upgrade);
        desks.upgrade(upgrade.toString(), "R1", "seats-advanced");
    }

    private static Desks shop(String cash) {
        var desks = new Desks(cash);
        desks.place(
                START.toString(),
                seats("seats-standard", 1, Term.YEAR),
                seats("extra-seat-standard", 2, null),
                chat("chat-standard", 1, Region.DOMESTIC, 7L),
                renewedNumber("number-landline", 1));
        desks.send(new StartTrial(Desks.ACCOUNT, 7, TrialKind.SEATS, null, START));
        desks.send(new StartTrial(Desks.ACCOUNT, 7, TrialKind.CHAT, null, START));
        return desks;
    }

    private static void pass(Desks desks, Instant at) {
        desks.passSeatTime(at);
        desks.passChatTime(at);
        desks.passNumberTime("R4", at);
    }

    /** However the months are bought, the end is the wall-clock time of the start, or the last day of a short month. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void monthsNeverDrift(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var start = START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 365 * 4)));
            var local = start.atZone(BusinessTime.ZONE);
            int months = 1 + random.nextInt(60);
            var month = YearMonth.from(local).plusMonths(months);

            var end = BusinessTime.plusMonths(start, months).atZone(BusinessTime.ZONE);
            assertThat(end.toLocalTime()).isEqualTo(local.toLocalTime());
            assertThat(YearMonth.from(end)).isEqualTo(month);
            assertThat(end.getDayOfMonth()).isEqualTo(Math.min(local.getDayOfMonth(), month.lengthOfMonth()));

            var day = local.getDayOfMonth();
            var lastDay = new ChatMonths(start).lastDay(months);
            var expected = day == 1
                    ? month.minusMonths(1).atEndOfMonth()
                    : month.atDay(Math.min(day - 1, month.lengthOfMonth()));
            assertThat(lastDay).as("bought %s for %s months", local, months).isEqualTo(expected);
            assertThat(lastDay).isAfter(new ChatMonths(start).lastDay(months - 1L));
        }
    }

    /** A number that was renewed month by month ends when one rented for all those months at once does. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void renewalsEndWhereOneLongTermWouldHaveEnded(long seed) {
        var random = new Random(seed);
        var desks = new Desks("20000.00");
        var start = START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 365)));
        desks.place(start.toString(), Items.number("number-landline", 1, 1));
        int months = 1;
        var end = BusinessTime.plusMonths(start, months);
        for (int renewal = 0; renewal < 10; renewal++) {
            int more = 1 + random.nextInt(3);
            months += more;
            var line = desks.renew(end.minusSeconds(60).toString(), "R1", (long) more).lines().getFirst();
            end = BusinessTime.plusMonths(start, months);
            assertThat(line.validUntil()).as("from %s, %s months", start, months).isEqualTo(end);
        }
    }
}
