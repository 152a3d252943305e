package io.minutebook.ingest;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Whose failure it is that a batch was not booked: only a record's own is ever narrowed down to that record.
 */
enum FailureKind {
    /** Somebody else has booked the partition further. */
    FENCED,
    /** Other writers were in the way, or took too long; the same batch will do. */
    CONTENTION,
    /** The database or the network does not do its part. */
    OUTAGE,
    /** Something in the batch, or our handling of it. */
    RECORD;

    private static final String DUPLICATE_KEY = "23505";
    private static final Set<String> CONTENDED =
            Set.of(DUPLICATE_KEY, "40001", "40P01", "55P03", "57014", "25P03", "25P04");

    /** Classes of SQL states that a value can cause: its form, a constraint, its size. */
    private static final Set<String> CAUSED_BY_DATA = Set.of("22", "23", "54");

    static FailureKind of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var kind = kindOf(cause);
            if (kind != null) return kind;
        }
        return isOfTheDatabase(failure) ? OUTAGE : RECORD;
    }

    /** Spring's word for it, where no SQL state tells more. */
    private static boolean isOfTheDatabase(Throwable failure) {
        return failure instanceof TransactionException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException;
    }

    private static @Nullable FailureKind kindOf(Throwable cause) {
        return switch (cause) {
            case FencedOff _ -> FENCED;
            case SQLException sql when sql.getSQLState() != null -> ofState(sql.getSQLState());
            case SQLException _, IOException _, TimeoutException _ -> OUTAGE;
            case AxonTransientException _ -> CONTENTION;
            default -> null;
        };
    }

    private static FailureKind ofState(String state) {
        if (CONTENDED.contains(state)) return CONTENTION;
        return CAUSED_BY_DATA.contains(state.substring(0, Math.min(2, state.length()))) ? RECORD : OUTAGE;
    }
}
