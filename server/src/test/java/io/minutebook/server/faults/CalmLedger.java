package io.minutebook.server.faults;

import static org.awaitility.Awaitility.await;

import io.minutebook.server.clock.LedgerClock;
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
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger in this JVM that reads the same usage and to which nothing happens. */
final class CalmLedger {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    private CalmLedger() {}

    static Figures figuresOf(UsageStream stream, Path scratch) throws IOException {
        try (var server = LedgerServer.start()) {
            server.bean(LedgerClock.class).startTestClock(Optional.of(UsageStream.JANUARY));
            var key = Files.writeString(scratch.resolve("calm.key"), server.operatorKey());
            prepare(stream, server.url().toString(), key);
            var jdbc = server.bean(JdbcClient.class);
            jdbc.sql("update ledger_clock set offset_millis = offset_millis + ?")
                    .param(Duration.between(UsageStream.JANUARY, UsageStream.FEBRUARY).toMillis())
                    .update();
            publish(stream, server);
            await().atMost(PATIENCE).until(() -> waiting(jdbc, stream.records()) == 0);
            return Figures.of(server.databaseUrl());
        }
    }

    static void prepare(UsageStream stream, String url, Path key) throws IOException {
        Preparation.prepare(stream.plan(), Traffic.of(stream.plan()), url, key, NOWHERE);
    }

    private static void publish(UsageStream stream, LedgerServer server) {
        try (var publisher = new Publisher(RealParts.kafka(), server.usageTopic())) {
            stream.portions().forEach(publisher::publish);
            publisher.complete();
        }
    }

    /** Records not received and events not shown. */
    private static long waiting(JdbcClient jdbc, long records) {
        return jdbc.sql("""
                        select ? - coalesce(sum(received), 0) + (select coalesce(max(position), 0) from ledger_event)
                               - (select min(position) from projection_position) from ingest_offset""")
                .param(records)
                .query(Long.class)
                .single();
    }
}
