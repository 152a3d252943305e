package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static io.minutebook.server.reporting.Facts.BOUGHT;
import static io.minutebook.server.reporting.ReadModels.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.feed.SequenceBroken;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.PackView.Filter;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionBatch;
import io.minutebook.reporting.projections.ProjectionPlaces;
import io.minutebook.reporting.projections.ProjectionStatus;
import io.minutebook.reporting.projections.ReadModelBehind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** How read models are kept, whatever they show: once, in order, and with nothing left out. */
class ReadModelKeepingIT {

    private ReadModels models;

    @BeforeEach
    void createLedger() {
        models = new ReadModels();
    }

    @AfterEach
    void close() {
        models.close();
    }

    @Test
    void eachEventIsAddedOnceThoughTwoTakeThemselvesForTheKeeper() {
        models.project(Projections.ALL);
        models.project(Projections.ALL);
        models.appendPurchase();
        models.appendCalls();
        models.awaitAll();
        models.appendCorrections();
        models.awaitAll();
        var live = models.allRows();

        models.replayAll();
        assertThat(models.allRows()).isEqualTo(live);
    }

    @Test
    void everyPlaceMovesOnWhateverKindTheEventIsOf() {
        models.project(Projections.ALL);
        models.append("account-7", 0, new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7"), BOUGHT);
        models.awaitAll();

        assertThat(new ProjectionPlaces(models.dataSource()).all()).allSatisfy(status -> {
            assertThat(status.lag()).isZero();
            assertThat(status.position()).isEqualTo(models.head()).isPositive();
        });
    }

    @Test
    void aReaderIsToldWhenTheyStayBehind() {
        models.append("account-7", 0, new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7"), BOUGHT);

        assertThatThrownBy(() -> models.barrier(Duration.ofMillis(50)).await(models.head()))
                .isInstanceOf(ReadModelBehind.class)
                .hasMessageContaining("reached position 0 of");
    }

    @Test
    void nobodyReadsOnAfterAHoleInAStream() {
        var registered = new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7");
        models.append("account-1", 0, registered, BOUGHT);
        models.append("account-1", 2, registered, BOUGHT);

        var settled = models.settledLedger();
        await().atMost(Duration.ofSeconds(60)).until(() -> models.settled() == models.head());
        assertThatThrownBy(() -> settled.after("one", 0))
                .isInstanceOf(SequenceBroken.class)
                .hasMessageContaining("stream account-1 goes on with event 2");
        assertThatThrownBy(() -> settled.after("another", 0)).isInstanceOf(SequenceBroken.class);
        assertThat(settled.isBroken()).isTrue();
    }

    @Test
    void aHoleInAStreamStopsThemAndTheyNameItsPosition() {
        models.project(Projections.ALL);
        var registered = new AccountRegistered(ACCOUNT, "Blue Whale", "LE-7");
        models.append("account-1", 0, registered, BOUGHT);
        models.awaitAll();
        models.append("account-1", 2, registered, BOUGHT);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
                assertThat(new ProjectionPlaces(models.dataSource()).all()).allSatisfy(status -> {
                    assertThat(status.state()).isEqualTo(ProjectionStatus.State.STOPPED);
                    assertThat(status.error()).contains("at position " + models.head(), "expected 1");
                    assertThat(status.lag()).isPositive();
                }));
        assertThatThrownBy(() -> models.barrier(Duration.ofMillis(50)).await(models.head()))
                .isInstanceOf(ReadModelBehind.class);
    }

    @Test
    void aProjectionThatFailsStopsThereSaysSoAndLeavesNothingOut() {
        var fragile = new Fragile();
        models.project(List.of(fragile));
        for (int i = 0; i < 5; i++) {
            models.append("account-" + i, 0, new AccountRegistered(ACCOUNT, "Blue Whale " + i, "LE-7"), BOUGHT);
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(models.statusOf("fragile").error())
                .contains("position 4: ", "does not like Blue Whale 3"));
        assertThat(models.statusOf("fragile").state()).isEqualTo(ProjectionStatus.State.STOPPED);
        assertThat(models.statusOf("fragile").position()).isLessThan(models.head());

        fragile.mended.set(true);

        await().atMost(Duration.ofSeconds(60)).until(() -> models.statusOf("fragile").lag() == 0);
        assertThat(models.statusOf("fragile").state()).isEqualTo(ProjectionStatus.State.RUNNING);
        assertThat(fragile.written)
                .containsExactly("Blue Whale 0", "Blue Whale 1", "Blue Whale 2", "Blue Whale 3", "Blue Whale 4");
    }

    @Test
    void ofTwoProcessesOneKeepsThemAndTheOtherTakesOverWhenItEnds() {
        models.project(Projections.ALL);
        models.project(Projections.ALL);
        models.appendPurchase();
        models.appendCalls();
        models.awaitAll();
        models.endFirst();
        models.appendCorrections();
        models.awaitAll();
        var live = models.allRows();

        models.replayAll();

        assertThat(models.allRows()).isEqualTo(live);
    }

    @Test
    void aProjectionWhoseRowsCannotBeWrittenLeavesNothingOut() {
        var fragile = new Fragile();
        fragile.isFull.set(true);
        models.project(List.of(fragile));
        models.append("account-1", 0, new AccountRegistered(ACCOUNT, "Blue Whale 1", "LE-7"), BOUGHT);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(models.statusOf("fragile").error())
                .contains("positions 1 to 1: ", "no room"));

        fragile.isFull.set(false);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(models.statusOf("fragile").lag()).isZero();
            assertThat(fragile.written).containsExactly("Blue Whale 1");
        });
    }

    @Test
    void aProjectionThatMeetsAnErrorSaysSoAndGoesOnOnceItIsOver() {
        var fragile = new Fragile();
        fragile.lacksAClass.set(true);
        models.project(List.of(fragile));
        models.append("account-1", 0, new AccountRegistered(ACCOUNT, "Blue Whale 1", "LE-7"), BOUGHT);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(models.statusOf("fragile").error())
                .contains("NoClassDefFoundError", "Whale"));

        fragile.lacksAClass.set(false);

        await().atMost(Duration.ofSeconds(60)).until(() -> models.statusOf("fragile").lag() == 0);
        assertThat(models.statusOf("fragile").state()).isEqualTo(ProjectionStatus.State.RUNNING);
        assertThat(fragile.written).containsExactly("Blue Whale 1");
    }

    @Test
    void whatStopsAProcessAfterAnotherHasGotPastItIsNoLongerTold() throws InterruptedException {
        var late = new Fragile();
        models.project(List.of(late));
        late.gate.acquire();
        try {
            models.append("account-3", 0, new AccountRegistered(ACCOUNT, "Blue Whale 3", "LE-7"), BOUGHT);
            await().atMost(Duration.ofSeconds(60)).until(late.gate::hasQueuedThreads);
            var other = new Fragile();
            other.mended.set(true);
            models.project(List.of(other));
            await().atMost(Duration.ofSeconds(60)).until(() -> models.statusOf("fragile").lag() == 0);
        } finally {
            late.gate.release();
        }
        models.endFirst();

        assertThat(late.failed).isTrue();
        assertThat(models.statusOf("fragile").error()).isNull();
    }

    @Test
    void aReadModelThatIsEmptiedUnderWhoKeepsItIsBuiltFromTheFirstEvent() {
        models.project(Projections.ALL);
        models.appendPurchase();
        models.awaitAll();
        models.jdbc().execute("truncate pack_view");
        models.jdbc().update("update projection_position set position = 0 where name = 'packs'");
        models.appendCalls();
        models.awaitAll();

        assertThat(models.packs().list(ACCOUNT, Filter.ALL, NOW)).extracting(PackView::drawn).containsExactly(new Minutes(7));
    }

    /** Fails on one event until it is mended, and on all rows while it is full or lacks a class. */
    private static final class Fragile implements Projection {
        private final Semaphore gate = new Semaphore(1);
        private final AtomicBoolean mended = new AtomicBoolean();
        private final AtomicBoolean failed = new AtomicBoolean();
        private final AtomicBoolean isFull = new AtomicBoolean();
        private final AtomicBoolean lacksAClass = new AtomicBoolean();
        private final List<String> written = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "fragile";
        }

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public ProjectionBatch begin() {
            var names = new ArrayList<String>();
            return new ProjectionBatch() {
                @Override
                public void add(Object event) {
                    var name = ((AccountRegistered) event).name();
                    gate.acquireUninterruptibly();
                    gate.release();
                    if (name.endsWith("3") && !mended.get()) {
                        failed.set(true);
                        throw new IllegalStateException("does not like " + name);
                    }
                    names.add(name);
                }

                @Override
                public void write(JdbcTemplate jdbc) {
                    if (isFull.get()) throw new IllegalStateException("no room");
                    if (lacksAClass.get()) throw new NoClassDefFoundError("Whale");
                    written.addAll(names);
                }
            };
        }
    }
}
