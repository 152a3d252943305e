package io.minutebook.server.faults;

import static org.awaitility.Awaitility.await;

import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.simulate.Preparation;
import io.minutebook.server.simulate.Traffic;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger in this JVM that reads the usage of a stream, in peace unless somebody disturbs it. */
final class InProcessLedger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    private final UsageStream stream;
    private final LedgerServer server = LedgerServer.startAt(UsageStream.JANUARY);

    private InProcessLedger(UsageStream stream) {
        this.stream = stream;
    }

    /** Its customers have bought what they will use. */
    static InProcessLedger prepared(UsageStream stream, Path scratch) throws IOException {
        var ledger = new InProcessLedger(stream);
        ledger.prepare(scratch);
        return ledger;
    }

    static Figures figuresOf(UsageStream stream, Path scratch) throws IOException {
        try (var ledger = prepared(stream, scratch)) {
            ledger.read();
            return Figures.of(ledger.databaseUrl());
        }
    }

    private void prepare(Path scratch) throws IOException {
        var key = Files.writeString(scratch.resolve("in-process.key"), server.operatorKey());
        prepare(stream, server.url().toString(), key);
        jdbc().sql("update ledger_clock set offset_millis = offset_millis + ?")
                .param(Duration.between(UsageStream.JANUARY, UsageStream.FEBRUARY).toMillis())
                .update();
    }

    static void prepare(UsageStream stream, String url, Path key) throws IOException {
        Preparation.prepare(stream.plan(), Traffic.of(stream.plan()), url, key, NOWHERE);
    }

    /** Until all is booked and shown. */
    void read() {
        try (var publisher = new Publisher(RealParts.kafka(), server.usageTopic())) {
            stream.portions().forEach(publisher::publish);
            publisher.complete();
        }
        await().atMost(PATIENCE).until(() -> waiting() == 0);
    }

    /** Records not received and events not shown. */
    private long waiting() {
        return jdbc().sql("""
                        select ? - coalesce(sum(received), 0) + (select coalesce(max(position), 0) from ledger_event)
                               - (select min(position) from projection_position) from ingest_offset""")
                .param(stream.records())
                .query(Long.class)
                .single();
    }

    String databaseUrl() {
        return server.databaseUrl();
    }

    JdbcClient jdbc() {
        return server.bean(JdbcClient.class);
    }

    @Override
    public void close() {
        server.close();
    }
}
