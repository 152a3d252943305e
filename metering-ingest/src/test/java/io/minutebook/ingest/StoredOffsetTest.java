package io.minutebook.ingest;

import static io.minutebook.ingest.DeliveredCalls.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoredOffsetTest {

    private static final StoredOffset BOOKED_UP_TO_50 = new StoredOffset(uuid("topic"), 50, 3, null);

    @Test
    void isLostWhereTheLogBeginsLater() {
        assertThat(BOOKED_UP_TO_50.isLostIn(uuid("topic"), 50)).isFalse();
        assertThat(BOOKED_UP_TO_50.isLostIn(uuid("topic"), 51)).isTrue();
    }

    @Test
    void isLostInAnotherTopicOfTheSameName() {
        assertThat(BOOKED_UP_TO_50.isLostIn(uuid("made anew"), 0)).isTrue();
    }

    @Test
    void movesToTheEndOfABookedBatchAndKeepsTheEpochOfAnEmptyOne() {
        var empty = new PartitionBatch("usage-records", 3, uuid("topic"), 50, 51, null, List.of());

        assertThat(BOOKED_UP_TO_50.movedBy(empty)).isEqualTo(new StoredOffset(uuid("topic"), 51, 3, null));
    }
}
