package io.minutebook.server.ingest;

import static io.minutebook.server.ingest.Calls.call;
import static io.minutebook.server.ingest.Calls.calls;
import static io.minutebook.server.ingest.Calls.recordId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.Refused;
import io.minutebook.ingest.AcceptedGap;
import io.minutebook.ingest.BookedRecordsRemoval;
import io.minutebook.ingest.DeadLetter;
import io.minutebook.ingest.IngestNode;
import io.minutebook.ingest.IngestStatus;
import io.minutebook.ingest.PauseReason;
import io.minutebook.ingest.Topics;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.server.fixture.RealParts;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class IngestNodeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String database = RealParts.newDatabase();
    private final Topics topics = Topics.at(RealParts.kafka());
    private final Platform platform = new Platform(RealParts.newTopicName());
    private final List<IngestNode> nodes = new ArrayList<>();
    private final IngestLedger ledger = new IngestLedger(database);

    @BeforeEach
    void createTopic() {
        topics.createMissing(List.of(platform.topic), Optional.empty());
    }

    @AfterEach
    void close() {
        nodes.forEach(IngestNode::stop);
        topics.close();
        ledger.close();
    }

    @Test
    void booksWhatWasThereBeforeItFirstStartedAndGoesOnWhereItStopped() {
        for (int partition = 0; partition < 8; partition++) {
            platform.publish(partition, calls(partition * 100, partition * 100 + 100));
        }
        var node = start();
        awaitStatus(status -> status.accepted() == 800 && caughtUp(status));
        node.stop();

        platform.publish(3, calls(0, 120));
        platform.publish(4, calls(800, 820));
        start();

        var status = awaitStatus(this::caughtUp);
        assertThat(status.received()).isEqualTo(940);
        assertThat(status.accepted()).isEqualTo(820);
        assertThat(status.duplicates()).isEqualTo(120);
        assertThat(ledger.drawnRecords()).hasSize(820).doesNotHaveDuplicates();
    }

    @Test
    void twoNodesShareThePartitionsAndBookEachRecordOnce() {
        start();
        platform.publish(0, calls(0, 300));
        start();
        platform.publish(1, calls(200, 500));
        platform.publish(5, calls(400, 700));
        nodes.getFirst().stop();
        platform.publish(7, calls(600, 800));

        var status = awaitStatus(this::caughtUp);
        assertThat(status.received()).isEqualTo(1_100);
        assertThat(ledger.drawnRecords()).hasSize(800).doesNotHaveDuplicates();
    }

    @Test
    void stoppingFinishesTheBatchInHand() throws SQLException, InterruptedException {
        platform.publish(0, calls(0, 10));
        var node = start();
        awaitStatus(this::caughtUp);

        try (var other = DriverManager.getConnection(database); var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select from ingest_offset where partition = 0 for update");
            platform.publish(0, calls(10, 11));
            await().atMost(PATIENCE).until(() -> ledger.count("pg_stat_activity where wait_event_type = 'Lock'") == 1);
            var stopping = Thread.ofPlatform().start(node::stop);
            await().atMost(PATIENCE).until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
            other.rollback();
            stopping.join();
        }

        assertThat(status().accepted()).isEqualTo(11);
    }

    @Test
    void setsAsideThePoisonRecordAloneAndBooksTheRest() {
        ledger.failOn(recordId("s33"));
        platform.publish(2, calls(0, 120));
        start();

        var status = awaitStatus(this::caughtUp);
        assertThat(status.accepted()).isEqualTo(119);
        assertThat(ledger.refused())
                .extracting(DeadLetter::recordId, DeadLetter::reason)
                .containsExactly(tuple(recordId("s33"), RecordRefusal.PROCESSING_FAILED));
    }

    @Test
    void parksThePartitionWhenMoreThanTenInARowFailUntilAPersonResumesIt() {
        for (int i = 0; i < 15; i++) ledger.failOn(recordId("s" + i));
        platform.publish(2, calls(0, 15));
        platform.publish(6, calls(100, 120));
        start();

        var status = awaitStatus(now -> now.accepted() == 20 && partition(now, 2).paused());
        assertThat(partition(status, 2).reason()).isEqualTo(PauseReason.TOO_MANY_FAILURES);
        assertThat(partition(status, 2).nextOffset()).isEqualTo(10);
        assertThat(status.deadLettered()).isEqualTo(10);

        var gap = resume(2);
        assertThat(gap.fromOffset()).isEqualTo(gap.toOffset()).isEqualTo(10);
        assertThat(awaitStatus(this::caughtUp).deadLettered()).isEqualTo(15);
    }

    @Test
    void waitsForADatabaseThatIsDownAndDropsNothing() throws SQLException {
        platform.publish(0, calls(0, 10));
        start();
        awaitStatus(this::caughtUp);

        allowConnections(false);
        platform.publish(0, calls(10, 200));
        platform.publish(1, List.of(call("s5"), call("s500")));
        awaitTries();
        allowConnections(true);

        var status = awaitStatus(this::caughtUp);
        assertThat(status.deadLettered()).isZero();
        assertThat(status.accepted()).isEqualTo(201);
        assertThat(status.duplicates()).isEqualTo(1);
        assertThat(status.partitions()).noneMatch(IngestStatus.Partition::paused);
    }

    @Test
    void aCommitWhoseAnswerWasLostIsFoundAndNotMadeAgain() {
        ledger.answersToLose.set(1);
        platform.publish(0, calls(0, 40));
        start();
        awaitStatus(status -> status.received() >= 40);
        platform.publish(0, calls(40, 41));

        var status = awaitStatus(now -> now.accepted() == 41 && caughtUp(now));
        assertThat(ledger.failures).hasPositiveValue();
        assertThat(status.received()).isEqualTo(41);
    }

    @Test
    void whatNobodyCanReadIsRefusedByTheLedgerAndTheRestIsBooked() throws Exception {
        var tooLarge = " ".repeat(2 * 1024 * 1024).getBytes(UTF_8);
        platform.publish(2, List.of(call("s1"), "{no JSON".getBytes(UTF_8), tooLarge, call("s2")));
        start();

        assertThat(awaitStatus(this::caughtUp).accepted()).isEqualTo(2);
        assertThat(ledger.refused())
                .extracting(DeadLetter::reason)
                .containsExactly(RecordRefusal.TOO_LARGE, RecordRefusal.MALFORMED);
        assertThat(platform.ownLimit()).as("limit that does not rest on the broker's").hasValue("4194304");
    }

    @Test
    void pausesOnlyThePartitionWhoseRecordsWereLostUntilAPersonAcceptsTheGap() throws Exception {
        platform.publish(0, calls(0, 10));
        platform.publish(1, calls(10, 20));
        var node = start();
        awaitStatus(this::caughtUp);
        node.stop();
        platform.publish(0, calls(20, 40));
        platform.publish(1, calls(40, 60));
        platform.lose(0, 15);
        start();

        var status = awaitStatus(now -> now.accepted() == 40 && partition(now, 0).paused());
        assertThat(partition(status, 0).reason()).isEqualTo(PauseReason.OFFSETS_LOST);
        assertThat(partition(status, 0).nextOffset()).isEqualTo(10);
        assertThat(partition(status, 1).paused()).isFalse();

        var gap = resume(0);
        assertThat(gap.fromOffset()).isEqualTo(10);
        assertThat(gap.toOffset()).isEqualTo(15);
        assertThat(awaitStatus(this::caughtUp).accepted()).isEqualTo(55);
        assertThat(ledger.jdbc.sql("select reason || ' ' || actor from ingest_gap").query(String.class).single())
                .isEqualTo("a disk was lost key-1");
    }

    @Test
    void readsAllThatKafkaHoldsOnceALossIsAcceptedAlsoBelowWhereItWas() {
        platform.publish(0, calls(0, 10));
        platform.publish(0, List.of("{no JSON".getBytes(UTF_8)));
        var node = start();
        awaitStatus(this::caughtUp);
        node.stop();
        ledger.jdbc.sql("update ingest_offset set paused_reason = 'OFFSETS_LOST' where partition = 0").update();

        assertThat(resume(0).toOffset()).isZero();
        start();
        var status = awaitStatus(now -> now.received() == 22);
        assertThat(status.accepted()).isEqualTo(10);
        assertThat(status.duplicates()).isEqualTo(10);
        assertThat(status.deadLettered()).as("what was refused is judged again").isEqualTo(2);
    }

    @Test
    void aPartitionThatRunsIsNotResumed() {
        platform.publish(0, calls(0, 1));
        start();
        awaitStatus(this::caughtUp);

        assertThatThrownBy(() -> resume(0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> resume(99)).isInstanceOf(Refused.class);
    }

    @Test
    void kafkaForgetsOnlyWhatIsBookedAndOld() throws Exception {
        platform.publish(0, calls(0, 6));
        var node = start();
        awaitStatus(this::caughtUp);
        node.stop();
        platform.publish(0, calls(6, 10));

        removeRecordsOlderThanAWeekAt(Instant.now());
        assertThat(platform.logStart(0)).isZero();
        removeRecordsOlderThanAWeekAt(Instant.now().plus(Duration.ofDays(8)));
        assertThat(platform.logStart(0)).isEqualTo(6);
        start();
        assertThat(awaitStatus(this::caughtUp).accepted()).isEqualTo(10);
    }

    private void removeRecordsOlderThanAWeekAt(Instant now) {
        new BookedRecordsRemoval(
                        ledger.jdbc, topics, platform.topic, Duration.ofDays(7), InstantSource.fixed(now))
                .removeOld();
    }

    private AcceptedGap resume(int partition) {
        var settings = IngestLedger.settings(RealParts.kafka(), platform.topic);
        return ledger.pausedPartitions(settings, topics).resume(partition, "a disk was lost", "key-1");
    }

    @Test
    void readsATopicThatWasMadeAnewOnlyOnceAPersonAcceptsTheGap() throws Exception {
        platform.publish(0, calls(0, 10));
        var node = start();
        awaitStatus(this::caughtUp);
        node.stop();
        makeTheTopicAnew();
        start();

        var status = awaitStatus(now -> partition(now, 0).paused());
        assertThat(partition(status, 0).reason()).isEqualTo(PauseReason.OFFSETS_LOST);
        assertThat(status.accepted()).isEqualTo(10);

        resume(0);
        assertThat(awaitStatus(now -> partition(now, 0).nextOffset() == 30).accepted()).isEqualTo(40);
    }

    @Test
    void aTopicThatIsMadeAnewUnderARunningNodeIsNoticedToo() throws Exception {
        platform.publish(0, calls(0, 10));
        start();
        awaitStatus(this::caughtUp);
        makeTheTopicAnew();

        var status = awaitStatus(now -> partition(now, 0).paused());
        assertThat(partition(status, 0).reason()).isEqualTo(PauseReason.OFFSETS_LOST);
        // beyond the old place the new one may be read before it is noticed
        assertThat(status.accepted()).isIn(10L, 30L);
    }

    /** With more records than were booked. */
    private void makeTheTopicAnew() throws Exception {
        platform.deleteTopic();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            topics.createMissing(List.of(platform.topic), Optional.empty());
            platform.publish(0, calls(100, 130));
            return true;
        });
    }

    @Test
    void passesMarkersOfKafkaTransactionsAndBooksOnlyWhatWasCommitted() {
        platform.publishInTransaction(0, calls(0, 10), true);
        platform.publishInTransaction(0, calls(10, 20), false);
        start();

        var status = awaitStatus(this::caughtUp);
        assertThat(status.received()).isEqualTo(10);
        assertThat(partition(status, 0).nextOffset()).isEqualTo(22);
    }

    @Test
    void tellsHowFarItIsWithoutAConsumer() {
        platform.publish(4, calls(0, 7));

        var status = status();

        assertThat(status.lag()).isEqualTo(7);
        assertThat(status.partitions()).hasSize(8);
        assertThat(partition(status, 4)).isEqualTo(new IngestStatus.Partition(platform.topic, 4, 0, 7L, 7L, false, null));
    }

    private IngestNode start() {
        var node = ledger.node(IngestLedger.settings(RealParts.kafka(), platform.topic), topics);
        nodes.add(node);
        node.start();
        return node;
    }

    private IngestStatus status() {
        return ledger.progress(IngestLedger.settings(RealParts.kafka(), platform.topic), topics).status();
    }

    private boolean caughtUp(IngestStatus status) {
        return Objects.equals(status.lag(), 0L);
    }

    private IngestStatus awaitStatus(Predicate<IngestStatus> wanted) {
        return await().atMost(PATIENCE)
                .ignoreException(CannotGetJdbcConnectionException.class)
                .until(this::status, wanted);
    }

    /** The database has turned the node away several times. */
    private void awaitTries() {
        int before = ledger.failures.get();
        await().atMost(PATIENCE).until(() -> ledger.failures.get() >= before + 3);
    }

    private static IngestStatus.Partition partition(IngestStatus status, int number) {
        return status.partitions().get(number);
    }

    /** A database that admits nobody and cuts every connection is down as far as its clients can tell. */
    private void allowConnections(boolean allowed) throws SQLException {
        var name = database.replaceFirst(".*/([a-z_0-9]+)\\?.*", "$1");
        var maintenance = RealParts.asSuperuser(database).replace("/" + name + "?", "/postgres?");
        try (var connection = DriverManager.getConnection(maintenance);
                var statement = connection.createStatement()) {
            statement.execute("alter database " + name + " with allow_connections " + allowed);
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        }
    }
}
