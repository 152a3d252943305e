package io.minutebook.ingest;

import io.minutebook.billing.LedgerTransactions;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.Refused;
import io.minutebook.ingest.Topics.LogRange;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a partition go on that waits for a person: after lost records from where Kafka's log begins, after too many
 * failures from where it stands. What is passed over is recorded, with the reason and whose it is.
 */
public final class PausedPartitions {

    private static final Logger LOG = LoggerFactory.getLogger(PausedPartitions.class);

    private final LedgerTransactions transactions;
    private final IngestOffsets offsets;
    private final Topics topics;
    private final String topic;
    private final InstantSource clock;

    public PausedPartitions(
            LedgerTransactions transactions, JdbcClient jdbc, Topics topics, String topic, InstantSource clock) {
        this.transactions = transactions;
        this.offsets = new IngestOffsets(jdbc);
        this.topics = topics;
        this.topic = topic;
        this.clock = clock;
    }

    /** A partition that is unknown, or does not wait for a person, is refused. */
    public AcceptedGap resume(int partition, String reason, String actor) {
        var topicId = topics.idOf(topic);
        var range = topics.rangesOf(topic).get(partition);
        var gap = transactions.inOne(
                Map.of(Provenance.ACTOR, actor), () -> resume(partition, topicId, range, reason, actor));
        LOG.warn("{}-{} is resumed at offset {} after {} by {}", topic, partition, gap.toOffset(), gap.pausedReason(), actor);
        return gap;
    }

    /**
     * After a loss all that Kafka holds is read: another log may lie under the same name, or this one was cut off and
     * has grown again, beyond where we were. What is booked already is a duplicate.
     */
    private AcceptedGap resume(
            int partition, UUID topicId, @Nullable LogRange range, String reason, String actor) {
        var stored = offsets.lock(topic, partition).orElseThrow(() -> unknown(partition));
        if (range == null) throw unknown(partition);
        var paused = stored.pausedReason();
        if (paused == null) throw notPaused(partition, "runs");
        long next = switch (paused) {
            case OFFSETS_LOST -> range.start();
            case TOO_MANY_FAILURES -> stored.nextOffset();
            case DATABASE_UNAVAILABLE, CONTENTION -> throw notPaused(partition, "goes on by itself");
        };
        var gap = new AcceptedGap(
                topic, partition, paused, stored.nextOffset(), next, reason, actor, clock.instant());
        offsets.recordGap(gap, stored, topicId);
        offsets.resumeAt(topic, partition, topicId, next);
        return gap;
    }

    private Refused unknown(int partition) {
        return new Refused(
                IngestRefusal.UNKNOWN_PARTITION, "The ledger has read nothing from " + topic + "-" + partition + ".");
    }

    private Refused notPaused(int partition, String how) {
        return new Refused(
                IngestRefusal.PARTITION_NOT_PAUSED,
                topic + "-" + partition + " " + how + "; only OFFSETS_LOST and TOO_MANY_FAILURES wait for a person.");
    }
}
