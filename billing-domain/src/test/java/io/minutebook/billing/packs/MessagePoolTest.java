package io.minutebook.billing.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Usages;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagePoolTest {

    private static final Instant BOUGHT = at("2025-01-31T10:00:00+08:00");
    private static final Instant MARCH = at("2025-03-01T00:00:00+08:00");
    private static final Instant END_OF_MARCH = at("2025-03-31T00:00:00+08:00");

    /** Two months of a plan bought on 31 January, and two packs, of which the later one lapses first. */
    private static final PackPool POOL = pool(
            Messages.included("R1-20250131", 100, BOUGHT, MARCH),
            Messages.included("R1-20250301", 100, MARCH, END_OF_MARCH),
            Messages.pack("P1", 50, BOUGHT, at("2026-02-01T00:00:00+08:00")),
            Messages.pack("P2", 50, BOUGHT.plusSeconds(1), at("2025-12-01T00:00:00+08:00")));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # occurred,                      messages, draws,                         uncovered
            2025-01-31T09:59:59.999+08:00,   10,       '',                            10
            2025-01-31T10:00:00+08:00,       10,       R1-20250131:10,                0
            2025-02-28T23:59:59.999+08:00,   100,      R1-20250131:100,               0
            2025-02-28T23:59:59.999+08:00,   101,      R1-20250131:100 P2:1,          0
            2025-02-28T23:59:59.999+08:00,   160,      R1-20250131:100 P2:50 P1:10,   0
            2025-02-28T23:59:59.999+08:00,   201,      R1-20250131:100 P2:50 P1:50,   1
            2025-03-01T00:00:00+08:00,       110,      R1-20250301:100 P2:10,         0
            2025-03-30T23:59:59.999+08:00,   1,        R1-20250301:1,                 0
            2025-03-31T00:00:00+08:00,       1,        P2:1,                          0
            2025-12-01T00:00:00+08:00,       60,       P1:50,                         10
            2026-02-01T00:00:00+08:00,       5,        '',                            5
            """)
    void includedMessagesAreDrawnFirstThenPacksThenNothing(
            Instant occurred, long count, String draws, long uncovered) {
        var event = POOL.draw(Messages.used(count, occurred));

        assertThat(drawsOf(event)).isEqualTo(draws);
        assertThat(event.uncovered()).isEqualTo(new Minutes(uncovered));
        assertThat(event.drawn().plus(event.uncovered())).isEqualTo(new Minutes(count));
    }

    @Test
    void whatIsLeftOfAMonthIsNotTakenIntoTheNext() {
        var used = POOL.evolve(POOL.draw(Messages.used(30, BOUGHT)));
        var lapsed = used.expire(new PassPackTime(Messages.POOL, MARCH));

        assertThat(lapsed).singleElement().satisfies(event -> {
            assertThat(event.packId()).hasToString("R1-20250131");
            assertThat(event.minutes()).isEqualTo(new Minutes(70));
            assertThat(event.expiredAt()).isEqualTo(MARCH);
            assertThat(event.meter()).isEqualTo(Meter.BOT_MESSAGES);
        });
        var event = after(used, lapsed).draw(Messages.used(120, MARCH));
        assertThat(drawsOf(event)).isEqualTo("R1-20250301:100 P2:20");
    }

    @Test
    void aLateBatchDrawsFromTheMonthItOccurredInThoughThatHasLapsed() {
        var lapsed = after(POOL, POOL.expire(new PassPackTime(Messages.POOL, END_OF_MARCH)));

        var event = lapsed.draw(Messages.used(40, BOUGHT));

        assertThat(event.draws()).singleElement().satisfies(draw -> {
            assertThat(draw.packId()).hasToString("R1-20250131");
            assertThat(draw.fromExpired()).isEqualTo(new Minutes(40));
            assertThat(draw.balance().expired()).isEqualTo(new Minutes(60));
        });
    }

    @Test
    void plansOfOneApplicationShareItsPoolEarliestEndFirst() {
        var earlier = at("2025-01-15T00:00:00+08:00");
        var pool = pool(
                Messages.included("R1-20250131", 100, BOUGHT, MARCH),
                Messages.included("R2-20250115", 100, earlier, at("2025-02-15T00:00:00+08:00")));

        assertThat(drawsOf(pool.draw(Messages.used(150, BOUGHT)))).isEqualTo("R2-20250115:100 R1-20250131:50");
    }

    @Test
    void messagesOfAnotherApplicationAreLeftAlone() {
        var domain = new DomainFixture();
        domain.send(Messages.pack("P1", 50, BOUGHT, MARCH));
        var other = Messages.used(20, BOUGHT, 7);

        domain.send(new DrawMinutes(PoolId.of(other), List.of(Usages.delivered(other))));

        assertThat(domain.eventsOf("packs-" + Usages.ACCOUNT + "-BOT_MESSAGES-7"))
                .containsExactly(new MinutesDrawn(other, List.of(), new Minutes(20)));
        assertThat(domain.eventsOf(Messages.POOL.stream())).hasSize(1);
    }

    @Test
    void whatWasDrawnGoesBackToWhereItCameFrom() {
        var booked = POOL.draw(Messages.used(120, BOUGHT));
        var correction = Usages.delivered(Messages.used(1, BOUGHT.plusMillis(1)));

        var reversed = POOL.evolve(booked).reverse(new ReverseDraw(booked, correction, MARCH));

        assertThat(reversed.returns()).extracting(back -> back.packId() + ":" + back.minutes() + ":" + back.toExpired())
                .containsExactly("R1-20250131:100:100", "P1:20:0");
    }

    @Test
    void onlyAPoolOfBotMessagesBelongsToAnApplication() {
        assertThatThrownBy(() -> PoolId.ofMinutes(Usages.ACCOUNT, Meter.BOT_MESSAGES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PoolId(Usages.ACCOUNT, Meter.AUDIO, 7L))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(PoolId.of(call()).stream()).isEqualTo("packs-" + Usages.ACCOUNT + "-LANDLINE_OUTBOUND");
    }

    private static MeteredUsage call() {
        return Usages.minutesUntil(BOUGHT, 1);
    }

    private static String drawsOf(MinutesDrawn event) {
        return event.draws().stream()
                .map(draw -> draw.packId() + ":" + draw.minutes())
                .collect(Collectors.joining(" "));
    }

    private static PackPool pool(GrantMessages... grants) {
        return after(PackPool.EMPTY, Stream.of(grants).map(PackPool.EMPTY::grant).toList());
    }

    private static PackPool after(PackPool pool, List<? extends PackEvent> events) {
        var then = pool;
        for (var event : events) then = then.evolve(event);
        return then;
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
