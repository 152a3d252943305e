package io.minutebook.server.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending once.
 *
 * @param status the receiver's answer; null where there was none
 * @param error why it failed; null where it did not
 */
public record Attempt(@Nullable Integer status, @Nullable String error, Duration duration) {

    private static final int GONE = 410;

    static Attempt answered(int status, Duration duration) {
        boolean isTaken = status >= 200 && status < 300;
        return new Attempt(status, isTaken ? null : "the receiver answered " + status, duration);
    }

    static Attempt failed(String error, Duration duration) {
        return new Attempt(null, error, duration);
    }

    public boolean isTaken() {
        return error == null;
    }

    /** The receiver wants to hear no more. */
    boolean isFarewell() {
        return status != null && status == GONE;
    }
}
