package io.minutebook.benchmarks.endtoend;

import io.minutebook.billing.BillingMonth;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * Closes the month of a ledger's history, and downloads its largest file of usage detail.
 *
 * @param closeSeconds from asking until the month is final
 * @param heapBefore MiB in use when it began
 * @param heapMost MiB in use at most meanwhile, garbage included
 * @param fileBytes of all final files
 * @param downloadRows of the file downloaded
 */
record CloseRun(
        int accounts,
        long rows,
        double closeSeconds,
        long heapBefore,
        long heapMost,
        long fileBytes,
        long downloadRows,
        long downloadBytes,
        double downloadSeconds) {

    private static final long LOOK_EVERY_MILLIS = 20;
    private static final double NANOS = 1e9;

    private static final String LARGEST =
            """
            select account_id from month_file where month = ? and kind = 'USAGE'
            order by bytes desc, account_id limit 1""";

    static CloseRun measured(BenchLedger ledger, Scenario scenario) throws IOException, InterruptedException {
        ledger.moveClock(Workload.end());
        var month = BillingMonth.of(Workload.endOfStored().minus(Duration.ofDays(2)));
        while (!ledger.isClosed(BillingMonth.of(Workload.opening()))) System.err.println("closing the month before");
        System.gc();
        long before = usedMebibytes();
        var most = new AtomicLong(before);
        var watch = Thread.ofPlatform().daemon().start(() -> watch(most));
        long start = System.nanoTime();
        while (!ledger.isClosed(month)) System.err.println("closing " + month);
        double seconds = (System.nanoTime() - start) / NANOS;
        watch.interrupt();
        long bytes = number(ledger, "select sum(bytes) from month_file where month = ?", month);
        long rows = number(ledger, "select sum(rows) from month_file where month = ? and kind = 'USAGE'", month);
        var account = ledger.jdbc().sql(LARGEST).param(month.toString()).query(String.class).single();
        return downloaded(ledger, account, month, new CloseRun(
                scenario.accounts(), rows, seconds, before, most.get(), bytes, 0, 0, 0));
    }

    private static CloseRun downloaded(BenchLedger ledger, String account, BillingMonth month, CloseRun closed)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(ledger.url().resolve(
                        "/api/v1/accounts/" + account + "/usage/" + month + ".csv"))
                .header("Authorization", "Bearer " + ledger.operatorKey())
                .build();
        long start = System.nanoTime();
        long bytes;
        try (var client = HttpClient.newHttpClient();
                var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            bytes = body.transferTo(OutputStream.nullOutputStream());
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        long rows = number(ledger, "select max(rows) from month_file where month = ? and kind = 'USAGE'", month);
        return new CloseRun(
                closed.accounts, closed.rows, closed.closeSeconds, closed.heapBefore, closed.heapMost, closed.fileBytes,
                rows, bytes, seconds);
    }

    private static long number(BenchLedger ledger, String sql, BillingMonth month) {
        return ledger.jdbc().sql(sql).param(month.toString()).query(Long.class).single();
    }

    private static void watch(AtomicLong most) {
        try {
            while (true) {
                most.accumulateAndGet(usedMebibytes(), Math::max);
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static long usedMebibytes() {
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    void print() {
        System.out.println(JsonMapper.shared().writeValueAsString(this));
    }
}
