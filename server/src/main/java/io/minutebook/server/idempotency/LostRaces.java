package io.minutebook.server.idempotency;

import io.minutebook.server.problem.ProblemCode;
import io.minutebook.server.problem.Rejected;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * Repeats work that was rolled back because another writer came first, so that callers see the outcome only.
 */
@Component
public class LostRaces {

    private static final int ATTEMPTS = 12;
    private static final int LONGEST_PAUSE_MILLIS = 200;

    /** Serialization failure and deadlock. */
    private static final Set<String> LOST = Set.of("40001", "40P01");

    public <T> T retry(Supplier<T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (!isLostRace(failure)) throw failure;
                pause(attempt);
            }
        }
        return lastTry(work);
    }

    private static <T> T lastTry(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            if (!isLostRace(failure)) throw failure;
            throw new Rejected(
                    ProblemCode.BUSY,
                    "Others keep changing the same account and nothing was stored; repeat the request.");
        }
    }

    static boolean isLostRace(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException) return true;
            if (cause instanceof SQLException sql && isLost(String.valueOf(sql.getSQLState()))) return true;
        }
        return false;
    }

    private static boolean isLost(String sqlState) {
        return LOST.contains(sqlState);
    }

    private static void pause(int attempt) {
        int longest = Math.min(LONGEST_PAUSE_MILLIS, 4 << attempt);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(1, longest)));
    }
}
