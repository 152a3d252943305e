package io.minutebook.server.months;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BillingMonth;
import io.minutebook.ingest.LogEnds;
import io.minutebook.ingest.Topics;
import io.minutebook.server.CloseSettings;
import io.minutebook.server.fixture.KeptLog;
import io.minutebook.server.fixture.RealParts;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long a close waits for ingest, which stands where the test puts it. */
class DrainingIT {

    private static final BillingMonth JANUARY = BillingMonth.parse("2025-01");
    private static final CloseSettings SETTINGS = new CloseSettings(true, 3, "02:00", Duration.ofHours(6), null);

    private final JdbcClient jdbc = JdbcClient.create(RealParts.newDataSource());
    private final BegunCloses begun = new BegunCloses(jdbc);
    private final String topic = RealParts.newTopic(2);
    private final Topics topics = Topics.at(RealParts.kafka());
    private final Draining draining = draining(topics);

    @BeforeEach
    void begin() {
        begun.begin(JANUARY, SETTINGS.dueAt(JANUARY), MonthStatements.AUTOMATIC);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void waitsUntilIngestHasPassedWhatLayOnKafkaAndForNothingLater() {
        publish(3);
        assertThat(isOver(draining)).as("nobody has read anything").isFalse();
        publish(4);
        ingestStandsAt(2);
        assertThat(isOver(draining)).isFalse();
        ingestStandsAt(3);
        assertThat(isOver(draining)).isTrue();
    }

    @Test
    void waitsForNothingWhereNothingLayOnKafka() {
        assertThat(isOver(draining)).isTrue();
    }

    @Test
    void closesWithoutThemOnceItHasWaitedLongEnoughAndSaysSo() {
        publish(1);
        try (var log = new KeptLog("text")) {
            assertThat(isOver(draining)).isFalse();
            hasWaited(Duration.ofHours(6).minusMinutes(1));
            assertThat(isOver(draining)).isFalse();
            assertThat(log.text()).doesNotContain("CLOSE_OVERDUE");

            hasWaited(Duration.ofHours(6));
            assertThat(isOver(draining)).isTrue();
            assertThat(log.text()).contains("ERROR").contains("month 2025-01 is closed after PT6H", "CLOSE_OVERDUE");
        }
    }

    @Test
    void waitsAsLongForKafkaToTellWhatLiesThere() {
        publish(1);
        var nobody = Map.<String, Object>of(
                "bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", "200", "request.timeout.ms", "100");
        try (var silent = new Topics(Admin.create(nobody))) {
            assertThat(isOver(draining(silent))).isFalse();
            assertThat(begun.find(JANUARY).orElseThrow().ends()).isNull();
            hasWaited(Duration.ofHours(6));
            assertThat(isOver(draining(silent))).isTrue();
        }
        hasWaited(Duration.ZERO);
        assertThat(isOver(draining)).as("once it tells").isFalse();
        assertThat(begun.find(JANUARY).orElseThrow().ends()).isEqualTo(Map.of(0, 1L));
    }

    /** Another log lies under the name of the one it stood in, so that its place says nothing. */
    @Test
    void aPartitionThatLostItsPlaceHasPassedNothing() {
        publish(1);
        ingestStandsAt(500);
        jdbc.sql("update ingest_offset set paused_reason = 'OFFSETS_LOST'").update();
        assertThat(isOver(draining)).isFalse();

        jdbc.sql("update ingest_offset set paused_reason = null, next_offset = 0").update();
        assertThat(isOver(draining)).as("resumed").isFalse();
        ingestStandsAt(1);
        assertThat(isOver(draining)).isTrue();
    }

    private Draining draining(Topics asked) {
        return new Draining(new LogEnds(jdbc, asked, topic), begun, SETTINGS);
    }

    private boolean isOver(Draining asked) {
        return asked.isOver(JANUARY, begun.find(JANUARY).orElseThrow());
    }

    private void hasWaited(Duration waited) {
        jdbc.sql("update month_close set begun_at = clock_timestamp() - ? * interval '1 s'")
                .param(waited.toSeconds())
                .update();
    }

    private void ingestStandsAt(long offset) {
        jdbc.sql("""
                        insert into ingest_offset (topic, partition, topic_id, next_offset)
                        values (?, 0, gen_random_uuid(), ?)
                        on conflict (topic, partition) do update set next_offset = excluded.next_offset""")
                .params(topic, offset)
                .update();
    }

    private void publish(int records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            IntStream.range(0, records).forEach(_ -> {
                var _ = producer.send(new ProducerRecord<>(topic, 0, null, "{}".getBytes(UTF_8)));
            });
        }
    }
}
