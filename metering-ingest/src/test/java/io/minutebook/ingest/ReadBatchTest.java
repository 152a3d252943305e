package io.minutebook.ingest;

import static io.minutebook.ingest.DeliveredCalls.call;
import static io.minutebook.ingest.DeliveredCalls.correction;
import static io.minutebook.ingest.DeliveredCalls.malformed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.minutebook.ingest.record.Delivery;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadBatchTest {

    @Test
    void aBatchWithoutCorrectionsIsOnePart() {
        var batch = batch(10, 20, call(10, "a", ""), malformed(12, "b"), call(19, "c", ""));

        assertThat(batch.parts()).containsExactly(batch);
    }

    @Test
    void aCorrectionIsAPartOfItsOwnAndThePartsLeaveNoOffsetOut() {
        var parts = batch(
                        8, 20, call(10, "a", ""), correction(12, "a:r1", "a"), correction(13, "a:r2", "a:r1"),
                        call(15, "b", ""), call(16, "c", ""))
                .parts();

        assertThat(parts)
                .extracting(part -> part.batch().expectedOffset(), part -> part.batch().nextOffset(), ReadBatchTest::offsets)
                .containsExactly(
                        tuple(8L, 12L, List.of(10L)),
                        tuple(12L, 13L, List.of(12L)),
                        tuple(13L, 15L, List.of(13L)),
                        tuple(15L, 20L, List.of(15L, 16L)));
    }

    @Test
    void theLastPartReachesWhereTheBatchDid() {
        var parts = batch(0, 9, call(0, "a", ""), correction(1, "a:r1", "a")).parts();

        assertThat(parts).extracting(part -> part.batch().nextOffset()).containsExactly(1L, 9L);
    }

    @Test
    void anEmptyBatchStillMovesTheOffset() {
        assertThat(batch(3, 5).parts()).extracting(part -> part.batch().nextOffset()).containsExactly(5L);
    }

    private static List<Long> offsets(ReadBatch part) {
        return part.batch().deliveries().stream().map(Delivery::offset).toList();
    }

    private static ReadBatch batch(long expected, long next, Reading... readings) {
        var deliveries = Stream.of(readings).map(Reading::delivery).toList();
        var batch = new PartitionBatch("usage-records", 3, new UUID(1, 2), expected, next, 4, deliveries);
        return new ReadBatch(batch, List.of(readings));
    }
}
