package io.minutebook.server.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.CloseMonth;
import io.minutebook.ingest.DeadLetters;
import io.minutebook.reporting.files.MonthFiles;
import io.minutebook.reporting.months.MonthBook;
import io.minutebook.reporting.months.MonthView;
import io.minutebook.server.clock.DueWork;
import io.minutebook.server.clock.LedgerClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** What people ask of months: how far they are closed, and to close one. */
@Component
public class MonthDesk {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final MonthClosing closing;
    private final CloseSchedule schedule;
    private final MonthBook book;
    private final MonthFiles files;
    private final DeadLetters deadLetters;
    private final DueWork dueWork;
    private final LedgerClock clock;

    MonthDesk(
            MonthClosing closing,
            CloseSchedule schedule,
            MonthBook book,
            MonthFiles files,
            DeadLetters deadLetters,
            DueWork dueWork,
            LedgerClock clock) {
        this.closing = closing;
        this.schedule = schedule;
        this.book = book;
        this.files = files;
        this.deadLetters = deadLetters;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    public MonthView view(BillingMonth month) {
        return asOfNow(book.view(month));
    }

    /** Every month from the first start to the one that is open, the latest first. */
    public List<MonthView> all() {
        return List.copyOf(book.all().values()).reversed().stream().map(this::asOfNow).toList();
    }

    private MonthView asOfNow(MonthView view) {
        return switch (view.state()) {
            case FINAL -> view;
            case CLOSING -> view.with(files.figures(view.month()));
            case OPEN -> view.openWith(closing.isBegun(view.month()), deadLetters.openCount());
        };
    }

    /** Closes a month, or goes on closing it; answers how far it came within some seconds. */
    public MonthView close(BillingMonth month, String actor) {
        var now = clock.instant();
        book.months().requireClosable(new CloseMonth(month, now, 0));
        if (!book.months().isClosed(month)) {
            dueWork.doUpTo(month.next().start().minusMillis(1));
            closing.begin(month, now, actor);
        }
        schedule.wake();
        long start = System.nanoTime();
        while (!book.months().isFinal(month) && System.nanoTime() - start < PATIENCE_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return view(month);
    }
}
