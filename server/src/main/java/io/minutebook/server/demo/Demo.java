package io.minutebook.server.demo;

import io.minutebook.billing.BusinessTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Three customers and a month of their usage, day by day as the test clock moves on, through the HTTP API and
 * Kafka alone. It is played once: a start after an interruption goes on, a start after the end only tells where
 * to look, and a ledger with accounts of its own is left alone.
 */
public final class Demo implements AutoCloseable {

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
        try (var api = new Api(server, Files.readString(keyFile).strip())) {
            var accounts = accounts(api);
            if (accounts.isEmpty() || accounts.contains(Customer.BLUE_WHALE.id())) {
                play(api, !accounts.isEmpty());
            } else {
                System.err.println("demo: not played, for this ledger has accounts of its own: choose another --data");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            System.err.println("demo: stopped, because " + failed.getMessage());
        }
    }

    private static Set<String> accounts(Api api) throws InterruptedException {
        var accounts = new HashSet<String>();
        for (var account : api.get("accounts").path("items")) accounts.add(account.path("accountId").stringValue());
        return accounts;
    }

    private void play(Api api, boolean hasBegun) throws InterruptedException {
        var shop = new Shop(api);
        var month = hasBegun ? monthOfFirstOrder(api) : YearMonth.from(shop.now().atZone(BusinessTime.ZONE));
        if (LocalDate.ofInstant(shop.now(), BusinessTime.ZONE).isBefore(month.plusMonths(1).atDay(1))) {
            try (var platform = new Platform(kafka)) {
                new Month(shop, platform, month).play(hasBegun ? lastDayBooked(api, month) : month.atDay(1));
            }
            awaitBooked(api);
        } else {
            System.out.println("demo: played at an earlier start, nothing is repeated");
        }
        System.out.println(new Ending(api, month, new Commands(server, keyFile)).text());
    }

    /** Where it was interrupted before the first order, the clock still tells the month. */
    private static YearMonth monthOfFirstOrder(Api api) throws InterruptedException {
        var month = YearMonth.from(new Shop(api).now().atZone(BusinessTime.ZONE));
        for (var order : api.get("accounts/" + Customer.BLUE_WHALE.id() + "/orders").path("items")) {
            month = YearMonth.from(OffsetDateTime.parse(order.path("placedAt").stringValue()));
        }
        return month;
    }

    /** More of that day may not have been published; what was is a duplicate. */
    private static LocalDate lastDayBooked(Api api, YearMonth month) throws InterruptedException {
        return BookedUsage.of(api, Customer.BLUE_WHALE, month)
                .last()
                .map(last -> last.atZoneSameInstant(BusinessTime.ZONE).toLocalDate())
                .orElse(month.atDay(1));
    }

    /** Until nothing is left on Kafka, and nothing waits for an account that has been opened. */
    private static void awaitBooked(Api api) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (isOutstanding(api) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (Thread.interrupted()) throw new InterruptedException();
        }
    }

    private static boolean isOutstanding(Api api) throws InterruptedException {
        return api.get("ingest/status").path("lag").asLong() > 0
                || !api.get("ingest/dead-letters?state=OPEN&reason=UNKNOWN_ACCOUNT").path("items").isEmpty();
    }
}
