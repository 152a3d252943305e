package io.minutebook.ingest;

import io.minutebook.ingest.Topics.LogRange;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the log of usage records ends, and whether ingest has passed such an end; on all nodes together. */
public final class LogEnds {

    private final JdbcClient jdbc;
    private final Topics topics;
    private final String topic;

    public LogEnds(JdbcClient jdbc, Topics topics, String topic) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.topic = topic;
    }

    /** The end offset of each partition that holds records; a {@link org.apache.kafka.common.KafkaException} may say no. */
    public Map<Integer, Long> now() {
        return topics.rangesOf(topic).entrySet().stream()
                .filter(range -> range.getValue().end() > range.getValue().start())
                .collect(Collectors.toMap(Map.Entry::getKey, range -> end(range.getValue())));
    }

    private static Long end(LogRange range) {
        return range.end();
    }

    /**
     * Whether everything below these ends is booked, refused or counted as a duplicate. Where records were lost, or
     * another log lies under the name, the place that is stored says nothing until a person has resumed the partition.
     */
    public boolean arePassed(Map<Integer, Long> ends) {
        var reached = new TreeMap<Integer, Long>();
        jdbc.sql(
                        """
                        select partition, next_offset from ingest_offset
                        where topic = ? and paused_reason is distinct from 'OFFSETS_LOST'""")
                .param(topic)
                .query(row -> {
                    reached.put(row.getInt(1), row.getLong(2));
                });
        Function<Integer, Long> next = partition -> reached.getOrDefault(partition, 0L);
        return ends.entrySet().stream().allMatch(end -> next.apply(end.getKey()) >= end.getValue());
    }
}
