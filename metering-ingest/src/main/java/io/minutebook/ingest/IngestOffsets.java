package io.minutebook.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table that says how far each partition is booked; it moves in the transaction of what it stands for.
 */
final class IngestOffsets {

    private final JdbcClient jdbc;

    IngestOffsets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredOffset> find(String topic, int partition) {
        return jdbc.sql(
                        """
                        select topic_id, next_offset, leader_epoch, paused_reason
                        from ingest_offset where topic = ? and partition = ?""")
                .params(topic, partition)
                .query((row, _) -> stored(row))
                .optional();
    }

    private static StoredOffset stored(ResultSet row) throws SQLException {
        var reason = row.getString("paused_reason");
        return new StoredOffset(
                row.getObject("topic_id", UUID.class),
                row.getLong("next_offset"),
                row.getObject("leader_epoch", Integer.class),
                reason == null ? null : PauseReason.valueOf(reason));
    }

    /** A partition seen for the first time starts where its log does. */
    void begin(String topic, int partition, UUID topicId, long logStart) {
        jdbc.sql(
                        """
                        insert into ingest_offset (topic, partition, topic_id, next_offset)
                        values (?, ?, ?, ?) on conflict do nothing""")
                .params(topic, partition, topicId, logStart)
                .update();
    }

    /** Locks the row if it stands where the batch begins; a zombie that lost the partition ends here. */
    void fence(PartitionBatch batch) {
        boolean stands = jdbc.sql(
                        """
                        select from ingest_offset
                        where topic = ? and partition = ? and topic_id = ? and next_offset = ?
                        for update""")
                .params(batch.topic(), batch.partition(), batch.topicId(), batch.expectedOffset())
                .query(ResultSet::next);
        if (!stands) throw new FencedOff(batch);
    }

    void advance(PartitionBatch batch, Tally tally) {
        jdbc.sql(
                        """
                        update ingest_offset
                        set next_offset = ?, leader_epoch = coalesce(?::integer, leader_epoch),
                            received = received + ?, accepted = accepted + ?, duplicates = duplicates + ?,
                            dead_lettered = dead_lettered + ?, conflicts = conflicts + ?,
                            paused_reason = null
                        where topic = ? and partition = ?""")
                .param(batch.nextOffset())
                .param(batch.leaderEpoch())
                .param(tally.received())
                .param(tally.accepted())
                .param(tally.duplicates())
                .param(tally.deadLettered())
                .param(tally.conflicts())
                .param(batch.topic())
                .param(batch.partition())
                .update();
    }

    /** Locks a partition's row for whoever decides about it. */
    Optional<StoredOffset> lock(String topic, int partition) {
        return jdbc.sql(
                        """
                        select topic_id, next_offset, leader_epoch, paused_reason
                        from ingest_offset where topic = ? and partition = ? for update""")
                .params(topic, partition)
                .query((row, _) -> stored(row))
                .optional();
    }

    /** Lets a paused partition go on from another place; whoever reads it looks again within seconds. */
    void resumeAt(String topic, int partition, UUID topicId, long offset) {
        jdbc.sql(
                        """
                        update ingest_offset
                        set topic_id = ?, next_offset = ?, paused_reason = null,
                            leader_epoch = case when next_offset = ? then leader_epoch end
                        where topic = ? and partition = ?""")
                .params(topicId, offset, offset, topic, partition)
                .update();
    }

    void recordGap(AcceptedGap gap, StoredOffset before, UUID newTopicId) {
        jdbc.sql(
                        """
                        insert into ingest_gap (topic, partition, topic_id, from_offset, new_topic_id, to_offset,
                                                paused_reason, reason, actor, accepted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        gap.topic(),
                        gap.partition(),
                        before.topicId(),
                        gap.fromOffset(),
                        newTopicId,
                        gap.toOffset(),
                        gap.pausedReason().name(),
                        gap.reason(),
                        gap.actor(),
                        gap.acceptedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void showPaused(String topic, int partition, @Nullable PauseReason reason) {
        jdbc.sql("update ingest_offset set paused_reason = ?::text where topic = ? and partition = ?")
                .param(reason == null ? null : reason.name())
                .param(topic)
                .param(partition)
                .update();
    }
}
