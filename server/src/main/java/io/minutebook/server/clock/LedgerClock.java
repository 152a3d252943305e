package io.minutebook.server.clock;

import io.minutebook.billing.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ledger's time in whole milliseconds: real time, or a test clock that ticks on from a place that all
 * processes on the database share and that only ever moves forward.
 */
@Component("ledgerClock")
public class LedgerClock implements InstantSource {

    private final JdbcClient jdbc;
    private volatile boolean isAdjustable;

    LedgerClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Instant instant() {
        return isAdjustable ? realTime().plusMillis(offsetMillis()) : realTime();
    }

    /**
     * Turns the test clock on.
     *
     * @param start where it begins, unless its place is kept already; now when absent
     * @return whether a kept place holds and the start was ignored
     */
    public boolean startTestClock(Optional<Instant> start) {
        long offset = start.map(LedgerClock::offsetTo).orElse(0L);
        var begin = "insert into ledger_clock (id, offset_millis) values (1, ?) on conflict do nothing";
        int begun = jdbc.sql(begin).param(offset).update();
        isAdjustable = true;
        return begun == 0;
    }

    /** Whether this ledger lives by a test clock instead of real time. */
    public boolean isAdjustable() {
        return isAdjustable;
    }

    /** Refused as CLOCK_OFF where the ledger follows real time. */
    public void requireAdjustable() {
        if (isAdjustable) return;
        throw new Refused(
                ClockRefusal.CLOCK_OFF,
                "This ledger follows real time; start it with --clock to have a test clock.");
    }

    /** Moves on to that instant; without effect where the clock is there already or past it. */
    boolean advanceTo(Instant target) {
        long offset = offsetTo(target);
        return jdbc.sql("update ledger_clock set offset_millis = ? where id = 1 and offset_millis < ?")
                        .params(offset, offset)
                        .update()
                == 1;
    }

    private long offsetMillis() {
        return jdbc.sql("select offset_millis from ledger_clock where id = 1")
                .query(Long.class)
                .single();
    }

    private static long offsetTo(Instant place) {
        return Duration.between(realTime(), place).toMillis();
    }

    private static Instant realTime() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
