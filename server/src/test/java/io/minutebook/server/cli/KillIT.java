package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.fixture.LedgerProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ledger that is killed while it books must have lost nothing and counted nothing twice when it is back.
 */
class KillIT {

    private static final String ACCOUNT = "1000001";
    private static final int KILLS = 2;
    private static final int RECORDS_PER_LIFE = 8_000;
    private static final long GRANTED = 100_000;
    private static final long SEED = 20_250_117;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final List<byte[]> published = new ArrayList<>();
    private long minutes;

    @Test
    void losesNothingAndDoublesNothingWhenItIsKilledWhileItBooks() throws InterruptedException {
        for (int life = 0; life < KILLS; life++) {
            try (var ledger = LedgerProcess.up(folder)) {
                var operator = new Operator(ledger);
                if (life == 0) openAccount(operator);
                long before = received(operator);
                publish(ledger, moreRecords());
                await().atMost(Duration.ofMinutes(2)).until(() -> received(operator) > before);
                ledger.kill();
            }
        }
        try (var ledger = LedgerProcess.up(folder)) {
            var operator = new Operator(ledger);
            awaitReceived(operator, published.size());
            assertBooked(operator, 0);

            publish(ledger, published);
            awaitReceived(operator, 2L * published.size());
            assertBooked(operator, published.size());
            assertThat(ledger.stop()).isZero();
        }
    }

    private static void openAccount(Operator operator) {
        operator.put("accounts/" + ACCOUNT, "{\"name\":\"Kill\",\"legalEntityId\":\"E-1\"}");
        operator.post("accounts/" + ACCOUNT + "/funds", "funds",
                "{\"kind\":\"CASH\",\"amount\":\"20000.00\",\"reference\":\"r\"}");
        operator.post("accounts/" + ACCOUNT + "/orders", "order",
                "{\"items\":[{\"product\":\"landline-outbound-50000\",\"quantity\":2}]}");
    }

    /** Calls of up to ninety seconds that end now, after the purchase of the packs. */
    private List<byte[]> moreRecords() {
        var end = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var records = new ArrayList<byte[]>();
        for (int number = published.size(); number < published.size() + RECORDS_PER_LIFE; number++) {
            long millis = 1L + random.nextInt(90_000);
            minutes += (millis + 59_999) / 60_000;
            records.add(record(number, end, millis));
        }
        published.addAll(records);
        return records;
    }

    private static byte[] record(int number, Instant end, long millis) {
        return """
                {"specversion":"1.0","id":"14:s%1$d:main","source":"/cdr/kill",\
                "type":"minutebook.call-leg.v1","subject":"%2$s","time":"%4$s",\
                "data":{"accountId":"%2$s","applicationId":14,"sessionId":"s%1$d",\
                "legId":"main","legType":"MAIN","network":"PSTN","direction":"OUTBOUND",\
                "serviceNumber":"+862066660000","serviceNumberType":"LANDLINE",\
                "serviceNumberOwnership":"PLATFORM","startedAt":"%3$s","answeredAt":"%3$s","endedAt":"%4$s",\
                "durationMs":%5$d,"disposition":"ANSWERED"}}"""
                .formatted(number, ACCOUNT, end.minusMillis(millis), end, millis)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void publish(LedgerProcess ledger, List<byte[]> records) {
        try (var publication = new Publication(ledger.kafka(), "usage-records")) {
            records.forEach(publication::publish);
            publication.awaitAll();
            assertThat(publication.records()).isEqualTo(records.size());
        }
    }

    private static void awaitReceived(Operator operator, long records) {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(received(operator)).isEqualTo(records);
            assertThat(operator.get("ingest/status").path("lag").asLong()).isZero();
        });
    }

    private static long received(Operator operator) {
        return operator.get("ingest/status").path("received").asLong();
    }

    private void assertBooked(Operator operator, long duplicates) {
        var status = operator.get("ingest/status");
        assertThat(status.path("accepted").asLong()).isEqualTo(published.size());
        assertThat(status.path("duplicates").asLong()).isEqualTo(duplicates);
        assertThat(status.path("deadLettered").asLong()).isZero();
        long drawn = 0;
        long remaining = 0;
        for (var pack : operator.get("accounts/" + ACCOUNT + "/packs")) {
            drawn += pack.path("drawn").asLong();
            remaining += pack.path("remaining").asLong();
        }
        assertThat(drawn).isEqualTo(minutes);
        assertThat(drawn + remaining).isEqualTo(GRANTED);
    }
}
