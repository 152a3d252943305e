package io.minutebook.server.ingest;

import static io.minutebook.server.ingest.Calls.call;
import static io.minutebook.server.ingest.Calls.calls;
import static io.minutebook.server.ingest.Calls.recordId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.minutebook.billing.AccountId;
import io.minutebook.ingest.DeadLetter;
import io.minutebook.ingest.DeadLetterFilter;
import io.minutebook.ingest.DeadLetterState;
import io.minutebook.ingest.FencedOff;
import io.minutebook.ingest.PartitionBatch;
import io.minutebook.ingest.Tally;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.server.fixture.RealParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchBookingIT {

    private static final long SEED = 4712;

    private final String database = RealParts.newDatabase();
    private IngestLedger ledger = new IngestLedger(database);

    @BeforeEach
    void assignPartitions() {
        for (int partition = 0; partition < 2; partition++) ledger.partitionAt(partition, 0);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void booksEachRecordOnceHoweverOftenAndInWhateverOrderItComes() {
        var deliveries = new ArrayList<byte[]>();
        for (int i = 0; i < 3; i++) deliveries.addAll(calls(0, 100));
        Collections.shuffle(deliveries, new Random(SEED));

        ledger.book(0, 0, deliveries.subList(0, 120));
        ledger.book(1, 0, deliveries.subList(120, 200));
        ledger.book(0, 120, deliveries.subList(200, 300));

        assertThat(ledger.drawnRecords()).as("seed %d", SEED).hasSize(100).doesNotHaveDuplicates();
        assertThat(counters()).isEqualTo(new Tally(100, 200, 0, 0));
    }

    @Test
    void knowsItsRecordsAfterARestart() {
        ledger.book(0, 0, calls(0, 20));
        ledger.close();
        ledger = new IngestLedger(database);

        assertThat(ledger.book(0, 20, calls(0, 21))).isEqualTo(new Tally(1, 20, 0, 0));
        assertThat(ledger.drawnRecords()).hasSize(21);
    }

    @Test
    void aRecordThatComesAgainYearsLaterIsADuplicateStill() {
        ledger.book(0, 0, calls(0, 5));
        ledger.now = Calls.NOW.plus(Duration.ofDays(3 * 365));
        for (var erasable : List.of("raw_record", "call_party")) ledger.jdbc.sql("delete from " + erasable).update();

        assertThat(ledger.book(1, 0, calls(0, 5))).isEqualTo(new Tally(0, 5, 0, 0));
        assertThat(ledger.drawnRecords()).hasSize(5);
    }

    @Test
    void recordedTimesNeverGoBackThoughTheSystemClockDoes() {
        int offset = 0;
        for (int secondsOff : List.of(0, -60, 90, -120)) {
            ledger.now = Calls.NOW.plusSeconds(secondsOff);
            ledger.book(0, offset, calls(offset, offset + 5));
            offset += 5;
        }

        assertThat(ledger.drawnRecords()).hasSize(offset);
        assertThat(ledger.count("(select recorded_at < lag(recorded_at) over (order by position) as back"
                + " from ledger_event) where back")).isZero();
        assertThat(ledger.count("(select max(recorded_at) - min(recorded_at) as apart from ledger_event)"
                + " where apart = interval '90 s'")).isOne();
    }

    @Test
    void aZombieWithAStaleOffsetWritesNothing() {
        var stale = IngestLedger.batch(0, 0, List.of(call("s1"), Calls.malformed("s2")));
        ledger.booking.book(stale);
        var events = ledger.count("ledger_event");

        assertThatThrownBy(() -> ledger.booking.book(stale)).isInstanceOf(FencedOff.class);

        assertThat(counters()).isEqualTo(new Tally(1, 0, 1, 0));
        assertThat(ledger.count("dead_letter")).isOne();
        assertThat(ledger.count("ledger_event")).isEqualTo(events);
    }

    /** What the zombie would do if its offset were not compared: the row is put where the zombie thinks it is. */
    @Test
    void withoutTheComparisonTheZombieCountsTwice() {
        var stale = IngestLedger.batch(0, 0, List.of(call("s1"), Calls.malformed("s2")));
        ledger.booking.book(stale);
        ledger.jdbc.sql("update ingest_offset set next_offset = 0 where partition = 0").update();

        ledger.booking.book(stale);

        assertThat(counters().received()).isEqualTo(4);
        assertThat(ledger.count("dead_letter")).isEqualTo(2);
    }

    @Test
    void aConsumerOfATopicThatWasMadeAnewIsFencedOff() {
        ledger.jdbc.sql("update ingest_offset set topic_id = gen_random_uuid()").update();

        assertThatThrownBy(() -> ledger.book(0, 0, calls(0, 1))).isInstanceOf(FencedOff.class);
    }

    @Test
    void otherContentUnderABookedIdIsAConflictAndNeverAnOverwrite() {
        ledger.book(0, 0, List.of(call("s1")));

        assertThat(ledger.book(0, 1, List.of(Calls.conflicting("s1")))).isEqualTo(new Tally(0, 0, 1, 1));

        assertThat(ledger.drawnRecords()).containsExactly(recordId("s1"));
        var letter = ledger.refused().getFirst();
        assertThat(letter.reason()).isEqualTo(RecordRefusal.ID_CONFLICT);
        assertThat(letter.retryable()).isFalse();
        assertThat(letter.recordId()).isEqualTo(recordId("s1"));
    }

    @Test
    void aRecordOfAnUnknownAccountWaitsAsADeadLetterAndIsResolvedWhenBooked() {
        var stranger = new AccountId("42");
        var delivery = delivery(0, call("s1", stranger));

        assertThat(ledger.booking.book(batchOf(0, delivery))).isEqualTo(new Tally(0, 0, 1, 0));
        var letter = ledger.refused().getFirst();
        assertThat(letter.reason()).isEqualTo(RecordRefusal.UNKNOWN_ACCOUNT);
        assertThat(letter.retryable()).isTrue();
        assertThat(letter.state()).isEqualTo(DeadLetterState.OPEN);

        ledger.register(stranger);
        assertThat(ledger.booking.book(batchOf(1, delivery(1, call("s1", stranger)))).accepted()).isOne();
        assertThat(ledger.refused()).extracting(DeadLetter::state).containsExactly(DeadLetterState.RESOLVED);
    }

    @Test
    void aMendedRecordResolvesItsDeadLettersEvenWithinTheBatch() {
        ledger.book(0, 0, List.of(Calls.malformed("s1"), Calls.malformed("s2")));
        ledger.book(0, 2, List.of(Calls.malformed("s1"), call("s1"), Calls.malformed("s1")));

        assertThat(ledger.refused())
                .extracting(DeadLetter::offset, DeadLetter::state)
                .containsExactly(
                        tuple(4L, DeadLetterState.OPEN),
                        tuple(2L, DeadLetterState.RESOLVED),
                        tuple(1L, DeadLetterState.OPEN),
                        tuple(0L, DeadLetterState.RESOLVED));
    }

    @Test
    void keepsADeadLetterAsItCame() {
        var value = "{\"id\":\"a\\u0000b\",\"source\":\"/cdr\"".getBytes(UTF_8);
        ledger.book(0, 0, List.of(value));

        var letter = ledger.refused().getFirst();
        var opened = ledger.deadLetters().find(letter.id()).orElseThrow();
        assertThat(opened.value()).isEqualTo(value);
        assertThat(opened.letter().key()).isEqualTo(Calls.ACCOUNT.value());
        assertThat(opened.letter().receivedAt()).isEqualTo(Calls.NOW);
        assertThat(opened.letter().headers()).hasSize(1);
        assertThat(new String(opened.letter().headers().getFirst().value(), UTF_8)).isEqualTo("t-1");
    }

    @Test
    void aRecordWithoutAValueIsADeadLetterToo() {
        var tombstone = new Delivery(IngestLedger.TOPIC, 0, 0, null, null, List.of(), Calls.NOW);

        assertThat(ledger.booking.book(batchOf(0, tombstone)).deadLettered()).isOne();
        assertThat(ledger.deadLetters().find(ledger.refused().getFirst().id()).orElseThrow().value()).isNull();
    }

    @Test
    void listsDeadLettersNewestFirstPageByPage() {
        ledger.book(0, 0, List.of(Calls.malformed("s1"), call("s2", new AccountId("42")), Calls.malformed("s3")));

        var all = ledger.deadLetters();
        var first = all.list(DeadLetterFilter.ALL, null, 2);
        var second = all.list(DeadLetterFilter.ALL, first.next(), 2);
        var unknown = all.list(new DeadLetterFilter(null, DeadLetterState.OPEN, new AccountId("42")), null, 2);

        assertThat(first.items()).extracting(DeadLetter::offset).containsExactly(2L, 1L);
        assertThat(second.items()).extracting(DeadLetter::offset).containsExactly(0L);
        assertThat(second.next()).isNull();
        assertThat(unknown.items()).extracting(DeadLetter::offset).containsExactly(1L);
    }

    @Test
    void setsARecordAsideThatFailsByOurFault() {
        ledger.failOn(recordId("poison"));
        var poison = batchOf(0, delivery(0, call("poison")));
        assertThatThrownBy(() -> ledger.booking.book(poison)).isInstanceOf(IllegalStateException.class);
        assertThat(counters().received()).isZero();
        assertThat(ledger.count("usage_receipt")).isZero();

        ledger.booking.setAside(poison, new IllegalStateException("with the callee's number in it"));

        var letter = ledger.refused().getFirst();
        assertThat(letter.reason()).isEqualTo(RecordRefusal.PROCESSING_FAILED);
        assertThat(letter.recordId()).isEqualTo(recordId("poison"));
        assertThat(letter.detail()).contains("IllegalStateException").doesNotContain("callee");
        assertThat(ledger.count("usage_receipt")).isZero();
    }

    @Test
    void fullNumbersAndBytesLieBesideTheLedgerNeverInIt() {
        ledger.book(0, 0, List.of(call("s1")));

        var numbers = ledger.jdbc.sql("select caller, callee from call_party").query().singleRow();
        assertThat(numbers).containsEntry("caller", Calls.CALLER).containsEntry("callee", Calls.CALLEE);
        assertThat(ledger.jdbc.sql("select value from raw_record").query(byte[].class).single())
                .isEqualTo(call("s1"));
        assertThat(ledger.jdbc.sql("select string_agg(payload::text || metadata::text, '') from ledger_event")
                        .query(String.class)
                        .single())
                .contains("138****")
                .doesNotContain(Calls.CALLER, Calls.CALLEE);
    }

    @Test
    void anEventSaysWhereItsRecordLay() {
        ledger.book(1, 0, List.of(call("s1"), call("s2")));

        var provenance = ledger.jdbc.sql(
                        """
                        select metadata ->> 'topic' || ' ' || (metadata ->> 'partition') || ' '
                            || (metadata ->> 'offset') || ' ' || (metadata ->> 'source') || ' '
                            || (metadata ->> 'actor')
                        from ledger_event where metadata ->> 'record' = ?""")
                .param(recordId("s2"))
                .query(String.class)
                .single();
        assertThat(provenance).isEqualTo("usage-records 1 1 /cdr/test system:ingest");
    }

    /** Both hold receipts the other wants; that each claims them in one order keeps them from a deadlock. */
    @Test
    void twoPartitionsWithTheSameRecordsInOppositeOrderBookEachOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                var values = new ArrayList<>(calls(round * 200, round * 200 + 200));
                var reversed = values.reversed();
                int offset = round * 200;
                var both = List.<Callable<Tally>>of(
                        () -> ledger.book(0, offset, values), () -> ledger.book(1, offset, reversed));
                for (var booked : threads.invokeAll(both)) booked.get();
            }
        }

        assertThat(ledger.drawnRecords()).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(counters()).isEqualTo(new Tally(2_000, 2_000, 0, 0));
    }

    private static Delivery delivery(long offset, byte[] value) {
        return new Delivery(IngestLedger.TOPIC, 0, offset, null, value, List.of(), Calls.NOW);
    }

    private static PartitionBatch batchOf(long offset, Delivery delivery) {
        return new PartitionBatch(
                IngestLedger.TOPIC, 0, IngestLedger.TOPIC_ID, offset, offset + 1, null, List.of(delivery));
    }

    private Tally counters() {
        return ledger.jdbc.sql(
                        """
                        select sum(accepted) a, sum(duplicates) b, sum(dead_lettered) c, sum(conflicts) d
                        from ingest_offset""")
                .query((row, _) -> new Tally(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .single();
    }
}
