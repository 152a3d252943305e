package io.minutebook.ingest;

import static io.minutebook.ingest.DeliveredCalls.ACCOUNT;
import static io.minutebook.ingest.DeliveredCalls.call;
import static io.minutebook.ingest.DeliveredCalls.malformed;
import static io.minutebook.ingest.DeliveredCalls.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.ingest.record.RecordRefusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchSortingTest {

    private static final AccountId STRANGER = new AccountId("999");

    @Test
    void acceptsEveryRecordThatIsNew() {
        var sorted = sorted(Map.of(), call(1, "a", "x"), call(2, "b", "x"));

        assertThat(offsets(sorted)).containsExactly(1L, 2L);
        assertThat(sorted.tally()).isEqualTo(new Tally(2, 0, 0, 0));
    }

    @Test
    void countsTheSameRecordTwiceInABatchAsADuplicate() {
        var sorted = sorted(Map.of(), call(1, "a", "x"), call(2, "a", "x"), call(3, "a", "x"));

        assertThat(offsets(sorted)).containsExactly(1L);
        assertThat(sorted.tally()).isEqualTo(new Tally(1, 2, 0, 0));
    }

    @Test
    void refusesOtherContentUnderAnIdOfTheSameBatch() {
        var sorted = sorted(Map.of(), call(1, "a", "x"), call(2, "a", "y"));

        assertThat(offsets(sorted)).containsExactly(1L);
        assertThat(reasons(sorted)).containsExactly(RecordRefusal.ID_CONFLICT);
        assertThat(sorted.tally()).isEqualTo(new Tally(1, 0, 1, 1));
    }

    @Test
    void judgesAllDeliveriesByTheRecordThatWasBookedBefore() {
        var owner = Map.of(uuid("a"), uuid("ax"));

        var sorted = sorted(owner, call(1, "a", "y"), call(2, "a", "x"), call(3, "a", "y"));

        assertThat(sorted.accepted()).isEmpty();
        assertThat(sorted.refused()).extracting(refused -> refused.delivery().offset()).containsExactly(1L, 3L);
        assertThat(sorted.tally()).isEqualTo(new Tally(0, 1, 2, 2));
    }

    @Test
    void aRefusedRecordNeverOwnsItsIdentity() {
        var unknown = call(1, "a", "x", STRANGER, Meter.LANDLINE_OUTBOUND, null);

        var sorted = sorted(Map.of(), unknown, malformed(2, "a"), call(3, "a", "y"));

        assertThat(offsets(sorted)).containsExactly(3L);
        assertThat(reasons(sorted)).containsExactly(RecordRefusal.UNKNOWN_ACCOUNT, RecordRefusal.MALFORMED);
        assertThat(sorted.tally()).isEqualTo(new Tally(1, 0, 2, 0));
    }

    @Test
    void refusesARecordInWhosePlaceACorrectionIsBooked() {
        var sorted = sorted(Map.of(uuid("a"), Receipt.NEVER_BOOKED), call(1, "a", "x"));

        assertThat(sorted.accepted()).isEmpty();
        assertThat(reasons(sorted)).containsExactly(RecordRefusal.ALREADY_SUPERSEDED);
    }

    @Test
    void anUnknownAccountGoesBeforeWhatIsWrongWithACorrection() {
        var sorted = sorted(Map.of(), call(1, "a:r1", "x", STRANGER, Meter.AUDIO, "a"));

        assertThat(reasons(sorted)).containsExactly(RecordRefusal.UNKNOWN_ACCOUNT);
    }

    @Test
    void tellsUnderWhichOffsetARecordIsBooked() {
        var sorted = sorted(Map.of(), malformed(1, "a"), call(2, "a", "x"), call(3, "a", "x"));

        assertThat(sorted.acceptedOffsets()).containsExactly(Map.entry(new RecordId("/cdr/test", "a"), 2L));
    }

    private static SortedBatch sorted(Map<UUID, UUID> owners, Reading... readings) {
        var sorting = new BatchSorting(Set.of(ACCOUNT));
        List.of(readings).forEach(sorting::add);
        return sorting.settle(owners);
    }

    private static List<Long> offsets(SortedBatch batch) {
        return batch.accepted().stream().map(claim -> claim.delivery().offset()).toList();
    }

    private static List<RecordRefusal> reasons(SortedBatch batch) {
        return batch.refused().stream().map(refused -> refused.refusal().reason()).toList();
    }
}
