package io.minutebook.ingest;

import io.minutebook.ingest.Topics.LogRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers how far ingest is on all nodes together, from the database and Kafka; runs on any node. */
public final class IngestProgress {

    private static final Logger LOG = LoggerFactory.getLogger(IngestProgress.class);

    private final JdbcClient jdbc;
    private final Topics topics;
    private final String topic;
    private final Throughput throughput = new Throughput();

    public IngestProgress(JdbcClient jdbc, Topics topics, String topic) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.topic = topic;
    }

    /** What is booked is read before Kafka's ends, so that the lag is never understated. */
    public IngestStatus status() {
        var rows = rows();
        return status(rows, ranges());
    }

    /** How far ingest is by what the database holds; ranges and lags are not known. */
    public IngestStatus stored() {
        return status(rows(), Map.of());
    }

    private IngestStatus status(Map<Integer, Row> rows, Map<Integer, LogRange> ranges) {
        var partitions = partitions(rows, ranges);
        long received = rows.values().stream().mapToLong(Row::received).sum();
        return new IngestStatus(
                received,
                rows.values().stream().mapToLong(Row::accepted).sum(),
                rows.values().stream().mapToLong(Row::duplicates).sum(),
                rows.values().stream().mapToLong(Row::conflicts).sum(),
                rows.values().stream().mapToLong(Row::deadLettered).sum(),
                throughput.perSecond(received, System.nanoTime()),
                totalLag(partitions),
                partitions);
    }

    private static @Nullable Long totalLag(List<IngestStatus.Partition> partitions) {
        long total = 0;
        for (var partition : partitions) {
            if (partition.lag() == null) return null;
            total += partition.lag();
        }
        return partitions.isEmpty() ? null : Long.valueOf(total);
    }

    private List<IngestStatus.Partition> partitions(Map<Integer, Row> rows, Map<Integer, LogRange> ranges) {
        var all = new TreeMap<Integer, IngestStatus.Partition>();
        rows.forEach((number, row) -> all.put(number, partition(number, row, ranges.get(number))));
        ranges.forEach((number, range) ->
                all.putIfAbsent(number, partition(number, Row.atStart(range), range)));
        return new ArrayList<>(all.values());
    }

    private IngestStatus.Partition partition(int number, Row row, @Nullable LogRange range) {
        var end = range == null ? null : Long.valueOf(range.end());
        var lag = range == null ? null : Long.valueOf(Math.max(0, range.end() - row.nextOffset()));
        return new IngestStatus.Partition(
                topic, number, row.nextOffset(), end, lag, row.reason() != null, row.reason());
    }

    private Map<Integer, LogRange> ranges() {
        try {
            return topics.rangesOf(topic);
        } catch (KafkaException e) {
            LOG.warn("Kafka does not tell where {} ends, so the lag is unknown", topic, e);
            return Map.of();
        }
    }

    private Map<Integer, Row> rows() {
        var rows = new TreeMap<Integer, Row>();
        jdbc.sql(
                        """
                        select partition, next_offset, received, accepted, duplicates, conflicts,
                               dead_lettered, paused_reason
                        from ingest_offset where topic = ?""")
                .param(topic)
                .query(row -> {
                    rows.put(row.getInt("partition"), Row.of(row));
                });
        return rows;
    }

    private record Row(
            long nextOffset,
            long received,
            long accepted,
            long duplicates,
            long conflicts,
            long deadLettered,
            @Nullable PauseReason reason) {

        static Row atStart(LogRange range) {
            return new Row(range.start(), 0, 0, 0, 0, 0, null);
        }

        static Row of(ResultSet row) throws SQLException {
            var reason = row.getString("paused_reason");
            return new Row(
                    row.getLong("next_offset"),
                    row.getLong("received"),
                    row.getLong("accepted"),
                    row.getLong("duplicates"),
                    row.getLong("conflicts"),
                    row.getLong("dead_lettered"),
                    reason == null ? null : PauseReason.valueOf(reason));
        }
    }
}
