package io.minutebook.server.demo;

import io.minutebook.billing.BusinessTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * An account with packs and a month of its calls, day by day as the test clock moves on, through the HTTP API
 * and Kafka alone. It is played once: where the account exists nothing is done again.
 */
public final class Demo implements AutoCloseable {

    private static final String ACCOUNT = "1400000001";
    private static final long APPLICATION = 1_400_000_001;
    private static final long SEED = 20_250_101;
    private static final int SECOND_PACK_DAY = 12;
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final long PAUSE_NANOS = 200_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final URI server;
    private final String kafka;
    private final Path keyFile;
    private final Thread thread;

    private Demo(URI server, String kafka, Path keyFile) {
        this.server = server;
        this.kafka = kafka;
        this.keyFile = keyFile;
        this.thread = Thread.ofVirtual().name("demo").unstarted(this::play);
    }

    /** Plays in the background; closing stops it. */
    public static Demo begin(URI server, String kafka, Path keyFile) {
        var demo = new Demo(server, kafka, keyFile);
        demo.thread.start();
        return demo;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void play() {
        try (var api = new Api(server, Files.readString(keyFile).strip());
                var platform = new Platform(kafka)) {
            var month = YearMonth.from(now(api));
            if (api.find("accounts/" + ACCOUNT).isPresent()) {
                System.out.println("demo: the account is there from an earlier start, nothing is repeated");
                return;
            }
            setUp(api);
            new Month(api, platform, month).play();
            awaitBooked(api);
            System.out.println(whereToLook(month));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            System.err.println("demo: stopped, because " + failed.getMessage());
        }
    }

    private static OffsetDateTime now(Api api) throws InterruptedException {
        return OffsetDateTime.parse(api.get("clock").path("now").stringValue());
    }

    private static void setUp(Api api) throws InterruptedException {
        api.put("accounts/" + ACCOUNT, Map.of(
                "name", "Demo Contact Centre", "legalEntityId", "demo-company"));
        api.post("accounts/" + ACCOUNT + "/funds", "demo-cash",
                Map.of("kind", "CASH", "amount", "3000.00", "reference", "demo bank transfer"));
        api.post("accounts/" + ACCOUNT + "/funds", "demo-gift",
                Map.of("kind", "GIFT", "amount", "200.00", "reference", "demo welcome gift"));
        order(api, "demo-order-1", List.of(
                Map.of("product", "landline-outbound-custom", "minutes", 5000),
                Map.of("product", "toll-free-inbound-custom", "minutes", 5000),
                Map.of("product", "audio-custom", "minutes", 1000)));
    }

    private static void order(Api api, String reference, List<Map<String, ?>> items)
            throws InterruptedException {
        api.post("accounts/" + ACCOUNT + "/orders", reference, Map.of("items", items));
    }

    /** The days of the month, each with its calls at its end. */
    private record Month(Api api, Platform platform, YearMonth month) {

        void play() throws InterruptedException {
            var calls = new Calls(SEED);
            for (int number = 1; number <= month.lengthOfMonth(); number++) {
                var day = month.atDay(number);
                play(day, calls.on(day));
            }
            moveTo(month.plusMonths(1).atDay(1), MORNING);
        }

        private void play(LocalDate day, List<Leg> legs) throws InterruptedException {
            if (day.getDayOfMonth() == SECOND_PACK_DAY) {
                moveTo(day, MORNING);
                order(api, "demo-order-2", List.of(
                        Map.of("product", "landline-outbound-custom", "minutes", 5000)));
            }
            moveTo(day, EVENING);
            platform.publish(legs.stream().map(leg -> leg.record(ACCOUNT, APPLICATION)).toList());
            System.out.printf("demo: %s, %d records%n", day, legs.size());
        }

        private void moveTo(LocalDate day, LocalTime time) throws InterruptedException {
            var place = day.atTime(time).atZone(BusinessTime.ZONE).toInstant();
            api.put("clock", Map.of("now", Rfc3339.text(place)));
        }
    }

    private static void awaitBooked(Api api) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (api.get("ingest/status").path("lag").asLong() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (Thread.interrupted()) throw new InterruptedException();
        }
    }

    private String whereToLook(YearMonth month) {
        var account = server.resolve("/api/v1/accounts/" + ACCOUNT);
        return """
                demo: done. Look at it with
                  KEY=$(cat '%1$s')
                  curl -H "Authorization: Bearer $KEY" %2$s/packs
                  curl -H "Authorization: Bearer $KEY" %2$s/usage/%3$s.csv
                  curl -H "Authorization: Bearer $KEY" %2$s/bills/%3$s
                  curl -H "Authorization: Bearer $KEY" %4$s
                  the API and its page: %5$s""".formatted(
                keyFile,
                account,
                month,
                server.resolve("/api/v1/ingest/status"),
                server.resolve("/api/docs"));
    }
}
