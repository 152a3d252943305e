package io.minutebook.server.clock;

import io.minutebook.billing.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Accounts of which something that is due failed. They rest, so that nobody else waits for them, and are tried again:
 * after a second, then after twice as long each time, and once a minute for ever.
 */
@Component
public class StuckAccounts {

    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;
    /** Not tried here any more: another node has done it. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private final Map<AccountId, Setback> setbacks = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    private record Setback(int failures, long atNanos) {

        Duration rest() {
            var rest = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
            return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
        }

        boolean isYoungerThan(Duration age, long nowNanos) {
            return nowNanos - atNanos < age.toNanos();
        }
    }

    StuckAccounts() {
        this(System::nanoTime);
    }

    StuckAccounts(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Answers how long it is left alone. */
    Duration failed(AccountId account) {
        long now = nanoTime.getAsLong();
        return setbacks
                .merge(account, new Setback(1, now), (before, _) -> new Setback(before.failures() + 1, now))
                .rest();
    }

    void worked(AccountId account) {
        setbacks.remove(account);
    }

    /** Those that are not to be tried yet. */
    Set<AccountId> resting() {
        long now = nanoTime.getAsLong();
        return setbacks.entrySet().stream()
                .filter(setback -> setback.getValue().isYoungerThan(setback.getValue().rest(), now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many there are on this node. */
    public int count() {
        long now = nanoTime.getAsLong();
        setbacks.values().removeIf(setback -> !setback.isYoungerThan(FORGOTTEN_AFTER, now));
        return setbacks.size();
    }
}
