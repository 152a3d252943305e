package io.minutebook.ingest;

import static io.minutebook.ingest.DeliveredCalls.call;
import static io.minutebook.ingest.DeliveredCalls.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.packs.DrawMinutes;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.ReverseDraw;
import io.minutebook.billing.usage.DeliveredUsage;
import io.minutebook.billing.usage.ListUsage;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.OpenMonth;
import io.minutebook.billing.usage.Rating;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.billing.usage.WithdrawListing;
import io.minutebook.ingest.record.Readable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsageCommandsTest {

    private static final Instant NOW = Instant.parse("2025-01-16T00:00:00Z");
    private static final UsageCommands COMMANDS =
            new UsageCommands(new Rating((_, at) -> at.isBefore(NOW)), OpenMonth.NOTHING_CLOSED);
    private static final AccountId ONE = new AccountId("1");
    private static final AccountId TEN = new AccountId("10");

    @Test
    void makesOneCommandForEachStreamInTheOrderOfTheirNames() {
        var commands = commands(
                call(1, "a", "", TEN, Meter.UNMETERED, null),
                call(2, "b", "", ONE, Meter.TOLL_FREE_INBOUND, null),
                call(3, "c", "", TEN, Meter.AUDIO, null),
                call(4, "d", "", ONE, Meter.AUDIO, null),
                call(5, "e", "", ONE, Meter.LANDLINE_INBOUND, null));

        assertThat(commands).extracting(UsageCommandsTest::stream).containsExactly(
                "packs-1-AUDIO", "packs-1-TOLL_FREE_INBOUND", "packs-10-AUDIO", "usage-1", "usage-10");
    }

    @Test
    void keepsTheOrderOfOffsetsWithinAStream() {
        var commands = commands(
                call(7, "a", "", ONE, Meter.AUDIO, null),
                call(8, "b", "", TEN, Meter.AUDIO, null),
                call(9, "c", "", ONE, Meter.AUDIO, null));

        assertThat(((DrawMinutes) commands.getFirst()).usages())
                .extracting(DeliveredUsage::offset)
                .containsExactly(7L, 9L);
    }

    /** Free before the instant at which the promotion of these tests ends. */
    @Test
    void botMessagesGoToThePoolOfTheirApplicationOnceTheyAreNotFree() {
        var commands = commands(
                messages(1, ONE, 20, NOW),
                messages(2, ONE, 3, NOW),
                messages(3, ONE, 20, NOW.minusMillis(1)),
                messages(4, ONE, 20, NOW.plusMillis(1)),
                messages(5, TEN, 20, NOW));

        assertThat(commands).extracting(UsageCommandsTest::stream).containsExactly(
                "packs-1-BOT_MESSAGES-20", "packs-1-BOT_MESSAGES-3", "packs-10-BOT_MESSAGES-20", "usage-1");
        assertThat(((DrawMinutes) commands.getFirst()).usages())
                .extracting(DeliveredUsage::offset)
                .containsExactly(1L, 4L);
    }

    private static String stream(Object command) {
        return switch (command) {
            case DrawMinutes draw -> draw.pool();
            case ListUsage list -> list.stream();
            case WithdrawListing withdrawal -> withdrawal.stream();
            default -> throw new AssertionError(command);
        };
    }

    @Test
    void takesTheOldRecordBackBeforeTheNewOneIsBookedInTheSameStream() {
        var commands = correct(call(1, "a", "", ONE, Meter.AUDIO, null), call(2, "a:r1", "", ONE, Meter.AUDIO, "a"));

        assertThat(commands.getFirst()).isInstanceOfSatisfying(ReverseDraw.class, reversal -> {
            assertThat(reversal.correction().offset()).isEqualTo(2);
            assertThat(reversal.at()).isEqualTo(NOW);
        });
        assertThat(commands.getLast()).isInstanceOf(DrawMinutes.class);
    }

    @Test
    void aCorrectionKeepsTheOrderOfStreamsToo() {
        var free = call(1, "a", "", ONE, Meter.LANDLINE_INBOUND, null);
        var charged = call(2, "a:r1", "", ONE, Meter.AUDIO, "a");

        assertThat(correct(free, charged)).extracting(UsageCommandsTest::stream).containsExactly("packs-1-AUDIO", "usage-1");
    }

    private static List<Object> correct(Reading old, Reading correction) {
        var usage = MeteredUsage.of(claim(old).readable().record(), claim(old).readable().meter());
        Object booking = usage.isCharged() ? new MinutesDrawn(usage, List.of(), usage.billed()) : new UsageListed(usage);
        var sorted = sorted(correction).replacing(new Replaced(List.of(), booking));
        return COMMANDS.of(sorted, NOW).values().stream().flatMap(List::stream).toList();
    }

    private static List<Object> commands(Reading... readings) {
        return COMMANDS.of(sorted(readings), NOW).values().stream().flatMap(List::stream).toList();
    }

    private static SortedBatch sorted(Reading... readings) {
        var claims = Stream.of(readings).map(UsageCommandsTest::claim).toList();
        return new SortedBatch(claims, List.of(), 0, Replaced.NOTHING);
    }

    private static Claim claim(Reading reading) {
        return new Claim(reading.delivery(), (Readable) reading.decoded());
    }
}
