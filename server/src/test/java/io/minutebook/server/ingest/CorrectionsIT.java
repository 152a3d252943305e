package io.minutebook.server.ingest;

import static io.minutebook.server.ingest.Calls.call;
import static io.minutebook.server.ingest.Calls.correction;
import static io.minutebook.server.ingest.Calls.inbound;
import static io.minutebook.server.ingest.Calls.malformed;
import static io.minutebook.server.ingest.Calls.recordId;
import static io.minutebook.server.ingest.Calls.withoutEnd;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.ingest.DeadLetter;
import io.minutebook.ingest.DeadLetterState;
import io.minutebook.ingest.Tally;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.server.fixture.RealParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.axonframework.common.AxonTransientException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;

/** What a correction does, by what became of the record it names; an original call has two minutes. */
class CorrectionsIT {

    private static final long SEED = 20_250_115;
    private static final Instant YEAR_LATER = Instant.parse("2026-01-02T00:00:00Z");

    private final IngestLedger ledger = new IngestLedger(RealParts.newDatabase());
    private final long[] offsets = new long[2];

    @BeforeEach
    void assignPartitions() {
        for (int partition = 0; partition < 2; partition++) ledger.partitionAt(partition, 0);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void takesBackTheBookedRecordAndBooksTheNewOneInOneTransaction() {
        ledger.grant("P1", 100, YEAR_LATER);
        book(call("s"));

        assertThat(book(correction("s", 1, recordId("s"), 5))).isEqualTo(new Tally(1, 0, 0, 0));

        assertThat(drawn()).isEqualTo(5);
        assertThat(lastBalance("remaining")).isEqualTo(95);
        assertThat(events())
                .containsExactly(
                        "packs.minutes-drawn " + recordId("s"),
                        "packs.draw-reversed " + recordId("s", 1),
                        "packs.minutes-drawn " + recordId("s", 1));
        assertThat(transactionsOf(recordId("s", 1))).isOne();
    }

    private long transactionsOf(String record) {
        return ledger.jdbc.sql("select count(distinct xmin::text) from ledger_event where metadata ->> 'record' = ?")
                .param(record)
                .query(Long.class)
                .single();
    }

    @Test
    void takesBackWhatNoPackCovered() {
        book(call("s"), correction("s", 1, recordId("s"), 5));

        assertThat(uncovered()).isEqualTo(5);
    }

    @Test
    void aCorrectionMayBeCorrectedEvenWithinTheBatch() {
        ledger.grant("P1", 100, YEAR_LATER);

        var tally = book(
                call("s"), correction("s", 1, recordId("s"), 5), call("t"), correction("s", 2, recordId("s", 1), 3));

        assertThat(tally).isEqualTo(new Tally(4, 0, 0, 0));
        assertThat(drawn()).isEqualTo(3 + 2);
    }

    @Test
    void theSameCorrectionAgainIsADuplicate() {
        book(call("s"), correction("s", 1, recordId("s"), 5));

        assertThat(book(correction("s", 1, recordId("s"), 5))).isEqualTo(new Tally(0, 1, 0, 0));
        assertThat(uncovered()).isEqualTo(5);
    }

    @Test
    void aRecordIsSupersededOnce() {
        book(call("s"), correction("s", 1, recordId("s"), 5));

        assertThat(book(correction("s", 2, recordId("s"), 7))).isEqualTo(new Tally(0, 0, 1, 0));

        assertThat(reasons()).containsExactly(RecordRefusal.ALREADY_SUPERSEDED);
        assertThat(uncovered()).isEqualTo(5);
        assertThat(ledger.count("usage_receipt")).as("a refused correction owns no identity").isEqualTo(2);
    }

    @Test
    void waitsForARecordThatHasNotArrivedAndIsTakenUpByItself() {
        assertThat(book(correction("s", 1, recordId("s"), 5))).isEqualTo(new Tally(0, 0, 1, 0));
        assertThat(ledger.desk.takeUp().retried()).isZero();
        assertThat(reasons()).containsExactly(RecordRefusal.SUPERSEDED_UNKNOWN);

        book(call("s"));
        assertThat(ledger.desk.takeUp().resolved()).isOne();

        assertThat(states()).containsExactly(DeadLetterState.RESOLVED);
        assertThat(uncovered()).isEqualTo(5);
        assertThat(ledger.desk.takeUp().retried()).isZero();
    }

    @Test
    void isBookedAloneWhereTheOldRecordWasOnlyEverRefused() {
        book(malformed("s"), malformed("s"));

        assertThat(book(correction("s", 1, recordId("s"), 5)).accepted()).isOne();
        assertThat(states()).containsOnly(DeadLetterState.RESOLVED).hasSize(2);
        assertThat(uncovered()).isEqualTo(5);

        assertThat(book(call("s"))).as("the old record mended, too late").isEqualTo(new Tally(0, 0, 1, 0));
        assertThat(reasons()).contains(RecordRefusal.ALREADY_SUPERSEDED);
        assertThat(uncovered()).isEqualTo(5);
    }

    @Test
    void isTakenUpWhereTheOldRecordArrivesLaterAndIsRefused() {
        book(correction("s", 1, recordId("s"), 5));
        book(malformed("s"));

        assertThat(ledger.desk.takeUp().resolved()).isOne();
        assertThat(states()).containsOnly(DeadLetterState.RESOLVED);
        assertThat(uncovered()).isEqualTo(5);
    }

    @Test
    void replacesWhatIsBookedBehindACorrectionThatWasOnlyEverRefused() {
        ledger.grant("P1", 100, YEAR_LATER);
        book(call("s"), withoutEnd(correction("s", 1, recordId("s"), 5)));

        assertThat(book(correction("s", 2, recordId("s", 1), 7)).accepted()).isOne();

        assertThat(drawn()).isEqualTo(7);
        assertThat(states()).containsOnly(DeadLetterState.RESOLVED);
    }

    @Test
    void waitsForACorrectionThatWaitsItselfUnlessThatOneIsDiscarded() {
        book(correction("s", 1, recordId("s"), 5), correction("s", 2, recordId("s", 1), 3));
        book(correction("t", 1, recordId("t"), 5), correction("t", 2, recordId("t", 1), 3));
        ledger.desk.discard(ledger.refused().get(1).id(), "a test call", "key-1");

        book(call("s"), call("t"));
        for (int round = 0; round < 2; round++) ledger.desk.takeUp();

        assertThat(uncovered()).isEqualTo(3 + 3);
        assertThat(states()).containsExactlyInAnyOrder(
                DeadLetterState.RESOLVED, DeadLetterState.RESOLVED, DeadLetterState.RESOLVED, DeadLetterState.DISCARDED);
        assertThat(events()).contains("packs.minutes-drawn " + recordId("s", 1));
    }

    @Test
    void neverTouchesTheRecordOfAnotherAccount() {
        var other = new AccountId("42");
        ledger.register(other);
        book(call("s", other));

        assertThat(book(correction("s", 1, recordId("s"), 5))).isEqualTo(new Tally(0, 0, 1, 0));

        assertThat(reasons()).containsExactly(RecordRefusal.ACCOUNT_MISMATCH);
        assertThat(uncovered()).isEqualTo(2);
    }

    @Test
    void mayMoveUsageFromFreeToChargedAndBack() {
        ledger.grant("P1", 100, YEAR_LATER);
        book(inbound(call("s")));
        book(correction("s", 1, recordId("s"), 5));
        assertThat(drawn()).isEqualTo(5);

        book(inbound(correction("s", 2, recordId("s", 1), 5)));
        assertThat(drawn()).isZero();
        assertThat(events())
                .contains("usage.listing-withdrawn " + recordId("s", 1), "usage.usage-listed " + recordId("s", 2));
    }

    @Test
    void minutesOfAPackThatIsOverReturnToExpiredAndTheNewRecordDrawsThere() {
        ledger.grant("P1", 100, Instant.parse("2025-01-15T12:00:00Z"));
        ledger.now = Instant.parse("2025-01-15T11:00:00Z");
        book(call("s"));
        ledger.now = Calls.NOW;

        book(correction("s", 1, recordId("s"), 1));

        assertThat(drawn()).isOne();
        assertThat(lastBalance("remaining") + lastBalance("expired")).isEqualTo(99);
        assertThat(lastBalance("expired")).isEqualTo(2);
    }

    @Test
    void everyOrderOfArrivalEndsInTheSameFigures() {
        ledger.grant("P1", 10_000, YEAR_LATER);
        var random = new Random(SEED);
        var records = new ArrayList<byte[]>();
        for (int i = 0; i < 30; i++) {
            var session = "s" + i;
            var chain = List.of(
                    call(session),
                    correction(session, 1, recordId(session), 5),
                    correction(session, 2, recordId(session, 1), 3));
            records.addAll(chain);
            records.add(chain.get(random.nextInt(3)));
        }
        Collections.shuffle(records, random);

        for (int from = 0; from < records.size(); from += 15) {
            book(random.nextInt(2), records.subList(from, from + 15));
            if (random.nextBoolean()) ledger.desk.takeUp();
        }
        for (int round = 0; round < 3; round++) ledger.desk.takeUp();

        assertThat(drawn()).as("seed %d", SEED).isEqualTo(30 * 3);
        assertThat(lastBalance("drawn")).isEqualTo(30 * 3);
        assertThat(states()).isNotEmpty().doesNotContain(DeadLetterState.OPEN);
        assertThat(ledger.jdbc.sql("select sum(received) from ingest_offset").query(Long.class).single())
                .isEqualTo(120);
    }

    @Test
    void ofTwoCorrectionsAtOnceOneWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            var session = "s" + round;
            book(call(session));
            atOnce(
                    () -> persistently(0, correction(session, 1, recordId(session), 5)),
                    () -> persistently(1, correction(session, 2, recordId(session), 5)));
        }

        assertThat(uncovered()).isEqualTo(10 * 5);
        assertThat(reasons()).hasSize(10).containsOnly(RecordRefusal.ALREADY_SUPERSEDED);
    }

    /** Whichever comes first, the call is counted once: by its correction. */
    @Test
    void aMendedRecordAndItsCorrectionAtOnceCountOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            var session = "s" + round;
            book(malformed(session));
            atOnce(
                    () -> persistently(0, call(session)),
                    () -> persistently(1, correction(session, 1, recordId(session), 5)));
            ledger.desk.takeUp();
        }

        assertThat(uncovered()).isEqualTo(10 * 5);
    }

    private static void atOnce(Callable<Tally> one, Callable<Tally> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var booked : threads.invokeAll(List.of(one, other))) booked.get();
        }
    }

    /** As a partition does, which tries again when another writer was faster. */
    private Tally persistently(int partition, byte[] record) {
        while (true) {
            try {
                return book(partition, List.of(record));
            } catch (AxonTransientException | PessimisticLockingFailureException _) {
                Thread.onSpinWait();
            }
        }
    }

    private Tally book(byte[]... records) {
        return book(0, List.of(records));
    }

    private Tally book(int partition, List<byte[]> records) {
        var tally = ledger.book(partition, offsets[partition], records);
        offsets[partition] += records.size();
        return tally;
    }

    private List<String> events() {
        return ledger.jdbc.sql(
                        """
                        select event_type || ' ' || (metadata ->> 'record') from ledger_event
                        where metadata ->> 'record' is not null order by position""")
                .query(String.class)
                .list();
    }

    /** All draws without what was given back. */
    private long drawn() {
        return ledger.jdbc.sql(
                        """
                        select coalesce(sum((draw ->> 'minutes')::bigint), 0)
                             - (select coalesce(sum((back ->> 'minutes')::bigint), 0)
                                from ledger_event, json_array_elements(payload -> 'returns') as back)
                        from ledger_event, json_array_elements(payload -> 'draws') as draw""")
                .query(Long.class)
                .single();
    }

    private long uncovered() {
        return ledger.jdbc.sql(
                        """
                        select sum(case event_type when 'packs.minutes-drawn' then 1 else -1 end
                                   * (payload ->> 'uncovered')::bigint)
                        from ledger_event where event_type in ('packs.minutes-drawn', 'packs.draw-reversed')""")
                .query(Long.class)
                .single();
    }

    private long lastBalance(String part) {
        return ledger.jdbc.sql(
                        """
                        select (coalesce(payload -> 'draws', payload -> 'returns') -> 0 -> 'balance' ->> ?)::bigint
                        from ledger_event where event_type in ('packs.minutes-drawn', 'packs.draw-reversed')
                        order by position desc limit 1""")
                .param(part)
                .query(Long.class)
                .single();
    }

    private List<RecordRefusal> reasons() {
        return ledger.refused().stream().map(DeadLetter::reason).toList();
    }

    private List<DeadLetterState> states() {
        return ledger.refused().stream().map(DeadLetter::state).toList();
    }
}
