package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static io.minutebook.server.reporting.Facts.BOUGHT;
import static io.minutebook.server.reporting.Facts.PACK;
import static io.minutebook.server.reporting.Facts.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.Draw;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.SettledIndex;
import io.minutebook.reporting.packs.PackView.Filter;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.reporting.projections.EventBatch;
import io.minutebook.reporting.projections.LiveProjections;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionPlaces;
import io.minutebook.reporting.projections.ProjectionStatus;
import io.minutebook.reporting.projections.ProjectionStatus.ReplayState;
import io.minutebook.reporting.projections.ReachedPositions;
import io.minutebook.reporting.projections.ReadBarrier;
import io.minutebook.reporting.replay.Replay;
import io.minutebook.reporting.replay.ReplayWorker;
import io.minutebook.reporting.replay.Replays;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageQuery;
import io.minutebook.server.store.LedgerSerializer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A read model is built anew beside the live one, which serves until the new one takes its place. */
class ProjectionReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final BillingMonth JANUARY = BillingMonth.parse("2025-01");
    private static final Instant FIRST_CALL = Instant.parse("2025-01-16T00:00:00Z");

    private static final Minutes GRANTED = new Minutes(1_000_000);

    /** What must not change however often a read model is replayed. */
    private static final String SHAPE =
            """
            select concat_ws(' | ', relname, relkind, relacl, reloptions, relowner::regrole, obj_description(c.oid),
                             pg_get_indexdef(c.oid)) from pg_class as c
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'i') and relname ~ '_view|usage_|bill_|_day|pack_|journal_|plan_|restricted_|entitlement_'
            union all
            select concat_ws(' | ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
            where connamespace = 'public'::regnamespace and conrelid::regclass::text ~ '_view|usage_|bill_|_day|pack_|journal_|plan_|restricted_|entitlement_'
            union all
            select concat_ws(' | ', attrelid::regclass, attnum, attname, attacl, col_description(attrelid, attnum))
            from pg_attribute join pg_class on pg_class.oid = attrelid
            where relnamespace = 'public'::regnamespace and relkind = 'r' and relname ~ '_view|usage_|bill_|_day|pack_|journal_|plan_|restricted_|entitlement_'
                and attnum > 0
            order by 1""";

    private final LedgerSerializer serializer = LedgerSerializer.create();
    private final AtomicLong calls = new AtomicLong();
    private LedgerDatabase ledger;
    private SettledIndex settledIndex;
    private LedgerEvents events;
    private ReadBarrier barrier;
    private LiveProjections live;
    private Replays replays;

    @BeforeEach
    void createLedger() {
        ledger = LedgerDatabase.create();
        settledIndex = new SettledIndex(ledger.dataSource());
        settledIndex.start();
        events = new LedgerEvents(ledger.dataSource(), serializer, NoOpEventUpcaster.INSTANCE);
        var reached = new ReachedPositions();
        barrier = new ReadBarrier(ledger.dataSource(), settledIndex, reached, Projections.ALL, PATIENCE);
        live = new LiveProjections(
                ledger.dataSource(), new JdbcTransactionManager(ledger.dataSource()),
                LedgerReader.settled(ledger, settledIndex, new FreshEvents()), reached, Projections.ALL);
        live.start();
        replays = new Replays(ledger.dataSource());
        append("account-" + ACCOUNT, 0, new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7"));
        append("order-" + Facts.orderPlaced().orderId(), 0, Facts.orderPlaced());
        append(POOL, 0, packGranted());
    }

    @AfterEach
    void close() {
        live.close();
        settledIndex.close();
        ledger.close();
    }

    @Test
    void putsRightWhatWentWrongAndLeavesEveryNameRightAndCommentAsItWas() {
        appendCalls(20);
        ledger.jdbc().execute("grant select on usage_detail to minutebook_owner");
        ledger.jdbc().execute("grant select (pack_id) on pack_view to public");
        ledger.jdbc().execute("alter table pack_view set (fillfactor = 70)");
        ledger.jdbc().execute("comment on index pack_view_due is 'what lapses next'");
        barrier.await(barrier.head());
        var shape = shape();
        assertThat(shape).anyMatch(line -> line.startsWith("pack_view_pkey | i"));

        try (var _ = worker()) {
            for (int round = 0; round < 3; round++) {
                ledger.jdbc().execute("delete from usage_detail where record_id = 'r-3'");
                ledger.jdbc().execute("update pack_view set drawn = drawn + 1, remaining = remaining - 1");
                replayAll();
            }
        }

        assertShowsAllCalls();
        assertThat(shape()).isEqualTo(shape);
        assertThat(leftBeside()).isEmpty();
        appendCalls(1);
        assertShowsAllCalls();
    }

    @Test
    void readersSeeNeitherAnErrorNorAnythingLessWhileReadModelsChangePlace()
            throws InterruptedException, ExecutionException {
        appendCalls(10);
        var goesOn = new AtomicBoolean(true);
        try (var people = Executors.newFixedThreadPool(3); var _ = worker()) {
            var writer = people.submit(() -> {
                while (goesOn.get()) appendCalls(1);
            });
            var readers = List.of(people.submit(() -> readWhile(goesOn)), people.submit(() -> readWhile(goesOn)));
            for (int round = 0; round < 3; round++) {
                replayAll();
            }
            goesOn.set(false);
            writer.get();
            for (var reader : readers) assertThat(reader.get()).isPositive();
        }
        assertShowsAllCalls();
    }

    @Test
    void aReaderThatTakesLongIsWaitedForAndKeepsNobodyElseFromReading() throws SQLException {
        appendCalls(5);
        barrier.await(barrier.head());
        try (var slow = ledger.dataSource().getConnection(); var _ = worker()) {
            slow.setAutoCommit(false);
            slow.createStatement().executeQuery("select 1 from usage_detail");
            var replay = replays.request("usage", "test");
            await().atMost(PATIENCE).until(() -> found(replay).position() == placeOf("usage").position());
            for (int look = 0; look < 20; look++) assertShowsAllCalls();
            assertThat(found(replay).isOpen()).isTrue();

            slow.rollback();
            assertSucceeds(replay);
        }
    }

    @Test
    void whoAsksWhileOneIsBuiltIsAnsweredThatOne() {
        var first = replays.request("packs", "somebody");
        assertThat(replays.request("packs", "somebody else")).isEqualTo(first);
        barrier.await(barrier.head());
        assertThat(placeOf("packs").state()).isEqualTo(ProjectionStatus.State.REPLAYING);
        var waiting = Objects.requireNonNull(placeOf("packs").replay());
        assertThat(waiting.state()).isEqualTo(ReplayState.WAITING);
        assertThat(waiting.of()).isEqualTo(placeOf("packs").position());
        assertThat(List.of(waiting.done(), waiting.events(), waiting.eventsPerSecond())).containsOnly(0L);
        assertThat(waiting.requestedBy()).isEqualTo("somebody");
        assertThat(waiting.startedAt()).isNull();

        try (var _ = worker(); var _ = worker()) {
            assertSucceeds(first);
        }
        assertThat(placeOf("packs").state()).isEqualTo(ProjectionStatus.State.RUNNING);
        assertThat(placeOf("packs").replay()).isNull();
        var done = Objects.requireNonNull(placeOf("packs").lastReplay());
        assertThat(done.state()).isEqualTo(ReplayState.DONE);
        assertThat(List.of(done.done(), done.of())).containsOnly(placeOf("packs").position());
        assertThat(done.events()).isEqualTo(ledger.jdbc().queryForObject("select count(*) from ledger_event", Long.class));
        assertThat(done.finishedAt()).isNotNull();
        assertThat(replays.request("packs", "somebody").id()).isGreaterThan(first.id());
    }

    @Test
    void oneThatWasCutShortGoesOnWhereItStopped() {
        appendAccounts(12_000);
        barrier.await(barrier.head());
        var replay = replays.request("accounts", "test");
        try (var worker = new ReplayWorker(ledger.dataSource(), events, List.of(new CutShort()), 100)) {
            worker.start();
            await().atMost(PATIENCE).until(() -> found(replay).position() > 0);
        }
        assertThat(found(replay).isOpen()).isTrue();
        assertThat(found(replay).position()).isLessThan(barrier.head());
        var cut = Objects.requireNonNull(placeOf("accounts").replay());
        assertThat(cut.state()).isEqualTo(ReplayState.INTERRUPTED);
        assertThat(cut.events()).isEqualTo(5_000);
        assertThat(cut.eventsPerSecond()).isPositive();
        assertThat(cut.remainingSeconds()).isPositive();
        assertThat(ledger.jdbc().update("update rebuild.account_view set name = 'Kept' where account_id = '1'"))
                .isOne();

        try (var _ = worker()) {
            assertSucceeds(replay);
        }
        assertThat(ledger.jdbc().queryForObject("select count(*) from account_view", Long.class)).isEqualTo(12_001);
        assertThat(ledger.jdbc().queryForList("select account_id from account_view where name = 'Kept'", String.class))
                .containsExactly("1");
    }

    @Test
    void oneWhoseTablesAreOfAnotherShapeBeginsAgain() {
        appendCalls(5);
        barrier.await(barrier.head());
        var replay = replays.request("packs", "test");
        ledger.jdbc().execute("create table rebuild.pack_view (pack_id text)");
        ledger.jdbc().update("update projection_replay set position = 2");

        try (var _ = worker()) {
            assertSucceeds(replay);
        }
        assertShowsAllCalls();
    }

    @Test
    void oneThatCannotBeDoneIsGivenUpAndTheLiveOneStays() {
        appendCalls(5);
        barrier.await(barrier.head());
        var replay = replays.request("packs", "test");
        try (var worker = new ReplayWorker(ledger.dataSource(), events, List.of(new Broken()), 100)) {
            worker.start();
            await().atMost(PATIENCE).until(() -> !found(replay).isOpen());
        }

        assertThat(found(replay).error()).contains("after position 0", "does not like it");
        assertThat(placeOf("packs").state()).isEqualTo(ProjectionStatus.State.RUNNING);
        assertThat(placeOf("packs").replay()).satisfies(progress -> assertThat(progress.error()).contains("does not like it"));
        assertThat(leftBeside()).isEmpty();
        assertShowsAllCalls();
    }

    /** Under the name of a real one. */
    private static final class Broken implements Projection {
        @Override
        public String name() {
            return "packs";
        }

        @Override
        public List<String> tables() {
            return List.of("pack_view");
        }

        @Override
        public EventBatch begin() {
            throw new IllegalStateException("does not like it");
        }
    }

    /** The accounts, with a database that fails after the first batch. */
    private static final class CutShort implements Projection {
        private final Projection accounts = Projections.named("accounts").orElseThrow();
        private int batches;

        @Override
        public String name() {
            return accounts.name();
        }

        @Override
        public List<String> tables() {
            return accounts.tables();
        }

        @Override
        public EventBatch begin() {
            if (++batches > 1) throw new TransientDataAccessResourceException("cut short");
            return accounts.begin();
        }
    }

    private ReplayWorker worker() {
        var worker = new ReplayWorker(ledger.dataSource(), events, Projections.ALL, 100);
        worker.start();
        return worker;
    }

    private void replayAll() {
        Projections.ALL.stream()
                .map(projection -> replays.request(projection.name(), "test"))
                .toList()
                .forEach(this::assertSucceeds);
    }

    private void assertSucceeds(Replay replay) {
        await().atMost(PATIENCE).until(() -> !found(replay).isOpen());
        assertThat(found(replay).error()).isNull();
    }

    private Replay found(Replay replay) {
        return replays.find(replay.id()).orElseThrow();
    }

    private ProjectionStatus placeOf(String name) {
        return new ProjectionPlaces(ledger.dataSource())
                .all().stream().filter(status -> status.name().equals(name)).findFirst().orElseThrow();
    }

    private List<String> shape() {
        return ledger.jdbc().queryForList(SHAPE, String.class);
    }

    private List<String> leftBeside() {
        return ledger.jdbc().queryForList("select tablename from pg_tables where schemaname = 'rebuild'", String.class);
    }

    /** How often it looked; each look must show at least what was there before, and at most what is there after. */
    private int readWhile(AtomicBoolean goesOn) {
        int looks = 0;
        for (; goesOn.get(); looks++) {
            long atLeast = calls.get();
            barrier.await(barrier.head());
            long shown = shownCalls();
            long drawn = drawn();
            var orders = ledger.jdbc()
                    .queryForList("select order_id from order_view join order_line_view using (order_id)");
            assertThat(shown).isBetween(atLeast, calls.get() + 1);
            assertThat(drawn).isBetween(atLeast, calls.get() + 1);
            assertThat(orders).hasSize(1);
        }
        return looks;
    }

    private void assertShowsAllCalls() {
        barrier.await(barrier.head());
        assertThat(shownCalls()).isEqualTo(calls.get());
        assertThat(drawn()).isEqualTo(calls.get());
    }

    private long shownCalls() {
        long rows = 0;
        String next = null;
        do {
            var page = new Usage(ledger.dataSource()).page(UsageQuery.all(ACCOUNT, JANUARY), next, 1_000);
            rows += page.rows().size();
            next = page.next();
        } while (next != null);
        return rows;
    }

    private long drawn() {
        var pack = new Packs(ledger.dataSource(), events).list(ACCOUNT, Filter.ALL, BOUGHT).getFirst();
        assertThat(pack.packId()).isEqualTo(PACK);
        return pack.drawn().value();
    }

    /** Calls of one minute each. */
    private void appendCalls(int more) {
        for (int call = 0; call < more; call++) {
            long number = calls.get() + 1;
            append(POOL, number, minuteDrawn(number));
            calls.incrementAndGet();
        }
    }

    private static PackGranted packGranted() {
        var pack = Facts.packGranted();
        return new PackGranted(
                pack.accountId(), pack.meter(), pack.packId(), pack.product(), GRANTED, pack.unitPrice(), pack.boughtAt(),
                pack.validUntil(), pack.orderId());
    }

    private static MinutesDrawn minuteDrawn(long number) {
        var leg = Facts.leg("r-" + number, FIRST_CALL.plusMillis(number), Duration.ofMinutes(1));
        var after = new Balance(
                GRANTED, new Minutes(number), new Minutes(GRANTED.value() - number), Minutes.ZERO, Minutes.ZERO);
        var draw = new Draw(PACK, new Minutes(1), Minutes.ZERO, Facts.packGranted().unitPrice(), after);
        return new MinutesDrawn(MeteredUsage.of(leg, Meter.LANDLINE_OUTBOUND), List.of(draw), Minutes.ZERO);
    }

    private void append(String stream, long sequence, Object event) {
        ledger.append(stream, sequence, event, BOUGHT);
    }

    private void appendAccounts(int accounts) {
        var stored = serializer.serialize(new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7"), String.class);
        ledger.jdbc().update(
                """
                insert into ledger_event
                select first_position + n, 'account-' || n, 0, ?, ?, to_timestamp(recorded_millis / 1000.0), '{}',
                       replace(?, ?, n::text)::json
                from ledger_draw_positions(?, ?), generate_series(0, ? - 1) as n""",
                stored.getType().getName(),
                Integer.parseInt(stored.getType().getRevision()),
                stored.getData(),
                ACCOUNT.value(),
                accounts,
                BOUGHT.toEpochMilli(),
                accounts);
    }
}
