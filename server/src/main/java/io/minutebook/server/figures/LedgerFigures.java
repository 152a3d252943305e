package io.minutebook.server.figures;

import io.minutebook.ingest.DeadLetters;
import io.minutebook.ingest.IngestProgress;
import io.minutebook.ingest.IngestSettings;
import io.minutebook.ingest.IngestStatus;
import io.minutebook.ingest.Topics;
import io.minutebook.ingest.Topics.LogRange;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.reporting.projections.ProjectionPlaces;
import io.minutebook.reporting.projections.ProjectionStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What health checks and metrics look at; each is one question, asked again when somebody looks and a second is over. */
@Component
public final class LedgerFigures {

    /** Counting them reads each one. */
    private static final long DEAD_LETTERS_KEPT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Probe<IngestStatus> ingest;
    private final Probe<List<ProjectionStatus>> projections;
    private final Probe<Map<RecordRefusal, Long>> deadLetters;
    private final Probe<Compared> compared;
    private final Probe<Map<Integer, LogRange>> kafka;
    private final Probe<Long> pendingDeliveries;

    LedgerFigures(ProbeDatabase database, Topics topics, IngestSettings settings) {
        var progress = new IngestProgress(database.jdbc(), topics, settings.topic());
        var places = new ProjectionPlaces(database.source());
        var letters = new DeadLetters(database.jdbc());
        this.ingest = new Probe<>("the database", progress::stored);
        this.projections = new Probe<>("the table of projections", places::all);
        this.deadLetters = new Probe<>("the table of dead letters", letters::open, DEAD_LETTERS_KEPT_NANOS);
        this.pendingDeliveries = new Probe<>(
                "the table of deliveries", () -> pendingDeliveries(database), DEAD_LETTERS_KEPT_NANOS);
        this.compared = new Probe<>(
                "the table of comparisons", () -> compared(database), DEAD_LETTERS_KEPT_NANOS);
        this.kafka = new Probe<>("Kafka", () -> topics.rangesOf(settings.topic()));
    }

    private static Long pendingDeliveries(ProbeDatabase database) {
        return database.jdbc()
                .sql("select count(*) from webhook_delivery where state = 'PENDING'")
                .query(Long.class)
                .single();
    }

    /**
     * What comparisons of read models with events found.
     *
     * @param differing accounts that were found to differ within a day
     * @param ageSeconds since the last one ended; null before the first
     */
    public record Compared(long differing, @Nullable Long ageSeconds) {}

    private static Compared compared(ProbeDatabase database) {
        return database.jdbc()
                .sql(
                        """
                        select (select count(distinct account_id) from comparison_finding
                                where found_at > now() - interval '25 hours') as differing,
                               (select extract(epoch from now() - max(finished_at))::bigint from comparison) as age""")
                .query((row, _) -> new Compared(row.getLong("differing"), row.getObject("age", Long.class)))
                .single();
    }

    /** Looks anew at all of them side by side; what does not answer in a moment is not waited for. */
    public void look() {
        lookAt(List.of(ingest, projections, deadLetters, pendingDeliveries, compared, kafka));
    }

    /** As {@link #look}, without what health does not need. */
    public void lookForHealth(boolean needsKafka) {
        lookAt(needsKafka ? List.of(ingest, projections, kafka) : List.of(ingest, projections));
    }

    private static void lookAt(List<Probe<?>> probes) {
        long deadline = System.nanoTime() + Probe.PATIENCE_NANOS;
        probes.forEach(Probe::ask);
        probes.forEach(probe -> probe.await(deadline));
    }

    /** As the database has it: lags are not known. */
    public Probe<IngestStatus> ingest() {
        return ingest;
    }

    public Probe<List<ProjectionStatus>> projections() {
        return projections;
    }

    /** The open ones by reason. */
    public Probe<Map<RecordRefusal, Long>> deadLetters() {
        return deadLetters;
    }

    /** Alerts that a webhook has not taken yet and is still to be sent. */
    public Probe<Long> pendingDeliveries() {
        return pendingDeliveries;
    }

    /** Of live read models with what events say. */
    public Probe<Compared> compared() {
        return compared;
    }

    /** What Kafka holds of each partition. */
    public Probe<Map<Integer, LogRange>> kafka() {
        return kafka;
    }
}
