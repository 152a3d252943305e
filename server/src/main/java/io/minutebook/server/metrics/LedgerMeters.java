package io.minutebook.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.minutebook.ingest.IngestStatus;
import io.minutebook.ingest.PauseReason;
import io.minutebook.ingest.Topics.LogRange;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.reporting.feed.SettledIndex;
import io.minutebook.reporting.feed.SettledLedger;
import io.minutebook.reporting.projections.ProjectionStatus;
import io.minutebook.reporting.projections.ProjectionStatus.ReplayProgress;
import io.minutebook.server.clock.LedgerClock;
import io.minutebook.server.clock.StuckAccounts;
import io.minutebook.server.figures.Disks;
import io.minutebook.server.figures.Disks.Disk;
import io.minutebook.server.figures.LedgerFigures;
import io.minutebook.server.figures.Probe;
import io.minutebook.server.health.Readiness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Meters of what the ledger has stored and how it stands. A gauge whose source does not answer is left out, for a stale
 * figure would be a wrong one; totals keep their last value.
 */
@Component
class LedgerMeters {

    private final MeterRegistry registry;
    private final LedgerFigures figures;
    private final MultiGauge lag;
    private final MultiGauge paused;
    private final MultiGauge projectionLag;
    private final MultiGauge projectionRunning;
    private final MultiGauge replayDone;
    private final MultiGauge replayRate;
    private final MultiGauge replayRemaining;
    private final MultiGauge open;
    private final MultiGauge pending;
    private final MultiGauge differing;
    private final MultiGauge comparisonAge;
    private boolean totalsAreKnown;

    LedgerMeters(
            MeterRegistry registry,
            LedgerFigures figures,
            Readiness readiness,
            SettledIndex settledIndex,
            SettledLedger events,
            LedgerClock clock,
            StuckAccounts stuckAccounts,
            Disks disks) {
        this.registry = registry;
        this.figures = figures;
        this.lag = rows("minutebook.ingest.lag", "records", "Records on Kafka that are not booked yet");
        this.paused = rows("minutebook.ingest.partitions.paused", null,
                "Partitions from which nothing is booked at the moment, by the reason");
        this.projectionLag = rows("minutebook.projection.lag", "events",
                "Events stored that a read model does not show yet");
        this.projectionRunning = rows("minutebook.projection.running", null,
                "1 while a read model takes events, 0 when it met one that it could not handle");
        this.replayDone = rows("minutebook.replay.done", "ratio",
                "How much of a read model is built anew, from 0 to 1; there while a replay is open");
        this.replayRate = rows("minutebook.replay.events.per.second", null,
                "Events that a replay takes a second, its pauses included; there while one is open");
        this.replayRemaining = rows("minutebook.replay.remaining", "seconds",
                "How long a replay will take yet; there while one goes on");
        this.open = rows("minutebook.dead.letters.open", null, "Dead letters that nobody has settled yet, by reason");
        this.pending = rows("minutebook.webhook.deliveries.pending", null, "Alerts that are still to be sent to a webhook");
        this.differing = rows("minutebook.comparison.differing", "accounts",
                "Accounts of which a read model was found within a day to differ from what events say");
        this.comparisonAge = rows("minutebook.comparison.age", "seconds",
                "Since read models were last compared with events; not there before the first time");
        up("minutebook.database.up", figures.ingest(), "1 when the database answered in time, else 0");
        up("minutebook.kafka.up", figures.kafka(), "1 when Kafka answered in time, else 0");
        flag("minutebook.ready", readiness, Readiness::isReadyAsSeen, "1 when /health/ready says UP, else 0");
        flag("minutebook.clock.test", clock, LedgerClock::isAdjustable,
                "1 when the ledger lives by a test clock, 0 by real time");
        flag("minutebook.stream.broken", events, SettledLedger::isBroken,
                "1 when reading stopped before events that are missing or cannot be read, else 0");
        Gauge.builder("minutebook.due.stuck", stuckAccounts, StuckAccounts::count)
                .baseUnit("accounts")
                .description("Accounts of which something that is due failed on this process, and is tried again")
                .register(registry);
        disks.all().forEach(disk -> Gauge.builder("minutebook.disk.free", disk, Disk::freeBytes)
                .tags("folder", disk.name())
                .baseUnit("bytes")
                .description("Room on the disk that a folder of the embedded parts lies on")
                .strongReference(true)
                .register(registry));
        TimeGauge.builder("minutebook.settled.index.age", settledIndex, TimeUnit.MILLISECONDS,
                        index -> index.age().toMillis())
                .description("How long events may have been stored without being readable")
                .register(registry);
        Gauge.builder("minutebook.settled.index", settledIndex, SettledIndex::settled)
                .description("The position up to which events are readable")
                .register(registry);
    }

    private MultiGauge rows(String name, @Nullable String unit, String description) {
        return MultiGauge.builder(name).baseUnit(unit).description(description).register(registry);
    }

    private void up(String name, Probe<?> probe, String description) {
        flag(name, probe, seen -> seen.answer().isPresent(), description);
    }

    private <T> void flag(String name, T source, Function<T, Boolean> state, String description) {
        Gauge.builder(name, source, of -> state.apply(of) ? 1 : 0)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** Takes over what the last look at the ledger saw. */
    synchronized void takeOver() {
        var ingest = figures.ingest().answer();
        var ends = figures.kafka().answer();
        lag.register(ingest.flatMap(status -> ends.map(ranges -> lags(status, ranges))).orElse(List.of()), true);
        paused.register(ingest.map(LedgerMeters::pauses).orElse(List.of()), true);
        var projections = figures.projections().answer().orElse(List.of());
        projectionLag.register(rowsOf(projections, ProjectionStatus::lag), true);
        projectionRunning.register(rowsOf(projections, LedgerMeters::running), true);
        replayDone.register(replays(projections, LedgerMeters::ratio), true);
        replayRate.register(replays(projections, ReplayProgress::eventsPerSecond), true);
        replayRemaining.register(replays(projections, ReplayProgress::remainingSeconds), true);
        open.register(figures.deadLetters().answer().map(LedgerMeters::letters).orElse(List.of()), true);
        pending.register(
                figures.pendingDeliveries().answer().map(LedgerMeters::one).orElse(List.of()),
                true);
        var compared = figures.compared().answer();
        differing.register(compared.map(seen -> one(seen.differing())).orElse(List.of()), true);
        comparisonAge.register(compared.map(seen -> one(seen.ageSeconds())).orElse(List.of()), true);
        if (!totalsAreKnown && ingest.isPresent()) countTotals();
    }

    private static List<Row<?>> one(@Nullable Number value) {
        return value == null ? List.of() : List.of(Row.of(Tags.empty(), value));
    }

    private static List<Row<?>> lags(IngestStatus status, Map<Integer, LogRange> ranges) {
        return ranges.entrySet().stream().<Row<?>>map(range -> {
            long next = status.partitions().stream()
                    .filter(partition -> partition.partition() == range.getKey())
                    .mapToLong(IngestStatus.Partition::nextOffset)
                    .findAny()
                    .orElse(range.getValue().start());
            return Row.of(Tags.of("partition", range.getKey().toString()), Math.max(0, range.getValue().end() - next));
        }).toList();
    }

    private static List<Row<?>> pauses(IngestStatus status) {
        return Arrays.stream(PauseReason.values()).<Row<?>>map(reason -> Row.of(
                Tags.of("reason", reason.name()),
                status.partitions().stream().filter(partition -> partition.reason() == reason).count())).toList();
    }

    private static List<Row<?>> rowsOf(List<ProjectionStatus> projections, ToLongFunction<ProjectionStatus> figure) {
        return projections.stream().<Row<?>>map(projection -> Row.of(
                Tags.of("projection", projection.name()), figure.applyAsLong(projection))).toList();
    }

    /** One that is replayed serves meanwhile. */
    private static long running(ProjectionStatus projection) {
        return projection.state() == ProjectionStatus.State.STOPPED ? 0 : 1;
    }

    private static Number ratio(ReplayProgress replay) {
        return replay.of() == 0 ? 0 : (double) replay.done() / replay.of();
    }

    private static List<Row<?>> replays(
            List<ProjectionStatus> projections, Function<ReplayProgress, @Nullable Number> figure) {
        var rows = new ArrayList<Row<?>>();
        for (var projection : projections) {
            var replay = projection.replay();
            if (replay == null || replay.finishedAt() != null) continue;
            var value = figure.apply(replay);
            if (value != null) rows.add(Row.of(Tags.of("projection", projection.name()), value));
        }
        return rows;
    }

    /** A reason without any is 0, so that its series begins before its first dead letter. */
    private static List<Row<?>> letters(Map<RecordRefusal, Long> open) {
        return Arrays.stream(RecordRefusal.values()).<Row<?>>map(reason -> Row.of(
                Tags.of("reason", reason.name()), open.getOrDefault(reason, 0L))).toList();
    }

    /** Only once they were read: beginning at 0 would pass for a reset, and the whole total for an increase. */
    private void countTotals() {
        total("accepted", IngestStatus::accepted);
        total("duplicate", IngestStatus::duplicates);
        total("conflict", IngestStatus::conflicts);
        total("dead_letter", status -> status.deadLettered() - status.conflicts());
        totalsAreKnown = true;
    }

    private void total(String outcome, ToLongFunction<IngestStatus> figure) {
        FunctionCounter.builder("minutebook.ingest.records", figures.ingest(),
                        seen -> seen.lastKnown().map(figure::applyAsLong).orElse(0L))
                .tags("outcome", outcome)
                .baseUnit("records")
                .description("Records of the ledger by what became of them, as stored; they add up to all received")
                .register(registry);
    }
}
