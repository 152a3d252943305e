package io.minutebook.benchmarks.downloads;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.usage.UsageDetail;
import io.minutebook.reporting.usage.UsageRow;
import java.time.Instant;
import java.util.function.Consumer;

/** Looks, again and again while rows are written, how much of the heap is in use after a collection. */
final class WatchedUsage implements UsageDetail {

    private static final int LOOK_EVERY_ROWS = 100_000;

    private final UsageDetail usage;
    private final long before = inUse();
    private long most = before;
    private long rows;

    WatchedUsage(UsageDetail usage) {
        this.usage = usage;
    }

    @Override
    public BillingMonth month() {
        return usage.month();
    }

    @Override
    public MonthStatus status() {
        return usage.status();
    }

    @Override
    public Instant asOf() {
        return usage.asOf();
    }

    @Override
    public void forEach(Consumer<UsageRow> reader) {
        usage.forEach(row -> {
            reader.accept(row);
            if (++rows % LOOK_EVERY_ROWS == 0) most = Math.max(most, inUse());
        });
    }

    long grownBytes() {
        return most - before;
    }

    private static long inUse() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
