package io.minutebook.ingest;

import static io.minutebook.ingest.DeliveredCalls.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.packs.DrawMinutes;
import io.minutebook.billing.usage.DeliveredUsage;
import io.minutebook.billing.usage.ListUsage;
import io.minutebook.billing.usage.Meter;
import io.minutebook.ingest.record.Readable;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageCommandsTest {

    private static final AccountId ONE = new AccountId("1");
    private static final AccountId TEN = new AccountId("10");

    @Test
    void makesOneCommandForEachStreamInTheOrderOfTheirNames() {
        var commands = commands(
                call(1, "a", "", TEN, Meter.UNMETERED, 0),
                call(2, "b", "", ONE, Meter.TOLL_FREE_INBOUND, 0),
                call(3, "c", "", TEN, Meter.AUDIO, 0),
                call(4, "d", "", ONE, Meter.AUDIO, 0),
                call(5, "e", "", ONE, Meter.LANDLINE_INBOUND, 0));

        assertThat(commands).extracting(UsageCommandsTest::stream).containsExactly(
                "packs-1-AUDIO", "packs-1-TOLL_FREE_INBOUND", "packs-10-AUDIO", "usage-1", "usage-10");
    }

    @Test
    void keepsTheOrderOfOffsetsWithinAStream() {
        var commands = commands(
                call(7, "a", "", ONE, Meter.AUDIO, 0),
                call(8, "b", "", TEN, Meter.AUDIO, 0),
                call(9, "c", "", ONE, Meter.AUDIO, 0));

        assertThat(((DrawMinutes) commands.getFirst()).usages())
                .extracting(DeliveredUsage::offset)
                .containsExactly(7L, 9L);
    }

    private static String stream(Object command) {
        return switch (command) {
            case DrawMinutes draw -> draw.pool();
            case ListUsage list -> list.stream();
            default -> throw new AssertionError(command);
        };
    }

    private static List<Object> commands(Reading... readings) {
        return UsageCommands.of(List.of(readings).stream()
                .map(reading -> new Claim(reading.delivery(), (Readable) reading.decoded()))
                .toList());
    }
}
