package io.minutebook.server.api;

import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The servers of one ledger by a test clock; each may be down for a while, and the clock ticks on without them. */
final class Nodes implements AutoCloseable {

    private static final Pattern SECONDS = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)[:.\\d]*Z");
    private static final Pattern DRAWN_ID = Pattern.compile("(?<=[A-Z])\\d{12}");

    private final String database = RealParts.newDatabase();
    private final String topic = RealParts.newTopicName();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database));
    private final List<LedgerServer> running = new ArrayList<>();
    private final Instant start;
    private final String key;
    private int turn;

    Nodes(Instant start) {
        this.start = start;
        startOne();
        this.key = running.getFirst().operatorKey();
    }

    void startOne() {
        running.add(LedgerServer.startAt(
                start, "spring.datasource.url=" + database, "minutebook.usage-topic=" + topic));
    }

    void stopOne() {
        running.removeFirst().close();
    }

    int running() {
        return running.size();
    }

    /** Time passes while nobody looks. */
    void sleepUntil(Instant instant) {
        jdbc.sql("update ledger_clock set offset_millis = ?")
                .param(Duration.between(Instant.now(), instant).toMillis())
                .update();
    }

    /** One server after the other. */
    Caller operator() {
        turn = (turn + 1) % running.size();
        return new Caller(running.get(turn).url(), key);
    }

    Instant now() {
        return ApiValues.instant(operator().get("clock").is(200).at("/now"));
    }

    void moveTo(Instant instant) {
        operator().put("clock", "{\"now\": \"" + instant + "\"}").is(200);
    }

    /**
     * All that was recorded, in order: each event's type and what it states, to the minute. Ids are counted anew, for a
     * try that lost a race leaves its own unused.
     */
    List<String> events() {
        var recorded = jdbc.sql("select event_type || ' ' || payload from ledger_event order by position")
                .query(String.class)
                .list();
        var used = new TreeSet<String>();
        for (var event : recorded) DRAWN_ID.matcher(event).results().map(MatchResult::group).forEach(used::add);
        return recorded.stream()
                .map(event -> SECONDS.matcher(event).replaceAll("$1Z"))
                .map(event -> DRAWN_ID.matcher(event).replaceAll(id -> "#" + used.headSet(id.group()).size()))
                .toList();
    }

    void publish(String record) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var value = record.getBytes(StandardCharsets.UTF_8);
            var _ = producer.send(new ProducerRecord<>(topic, 0, null, value));
        }
    }

    long countEvents(String type) {
        return jdbc.sql("select count(*) from ledger_event where event_type = ?").param(type).query(Long.class).single();
    }

    String database() {
        return database;
    }

    @Override
    public void close() {
        running.forEach(LedgerServer::close);
    }
}
