package io.minutebook.reporting.comparison;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Live read models of some accounts, compared with what their events say.
 *
 * @param requestedBy a key, or {@code system:comparison} where it was due by itself
 * @param seed chooses the accounts
 * @param sample how many accounts were to be compared at most
 * @param accountId the only one that is compared; null where a sample is
 * @param startedAt null while it waits
 * @param compared accounts compared so far
 * @param finishedAt null while it is open
 * @param error why it was given up
 * @param findings accounts that differ
 */
public record Comparison(
        long id,
        State state,
        String requestedBy,
        Instant requestedAt,
        long seed,
        int sample,
        @Nullable String accountId,
        @Nullable Instant startedAt,
        int compared,
        @Nullable Instant finishedAt,
        @Nullable String error,
        List<Finding> findings) {

    public Comparison {
        findings = List.copyOf(findings);
    }

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        GIVEN_UP
    }

    /**
     * An account that differs.
     *
     * @param lines how many differences there are
     * @param differences the first hundred of them
     */
    public record Finding(String accountId, long lines, Instant foundAt, List<RowDifference> differences) {

        public Finding {
            differences = List.copyOf(differences);
        }
    }
}
