package io.minutebook.reporting.alerts;

import java.util.Locale;

/** What an alert is about; callers rely on the names. */
public enum AlertKind {
    /** A pack is down to a level. */
    PACK_LOW,
    /** A pack ends soon and something is left of it. */
    PACK_EXPIRING,
    /** Usage that no pack covers; told once a day for each meter. */
    UNCOVERED_MINUTES,
    /** An application used what its plan does not include; told once a day for each entitlement. */
    ENTITLEMENT_BREACH,
    /** A plan or a number ends soon. */
    RENEWAL_COMING,
    /** A number was not renewed, for want of funds. */
    RENEWAL_FAILED,
    /** A payment left little. */
    FUNDS_LOW,
    /** A usage record became a dead letter. */
    RECORD_REFUSED,
    /** A live read model of an account differs from what its events say; told to the platform alone. */
    READ_MODEL_DIFFERS;

    /** Whether the account hears of it. */
    public boolean isForAccounts() {
        return this != READ_MODEL_DIFFERS;
    }

    /** Whether the platform hears of it, of whichever account. */
    public boolean isForPlatform() {
        return this == RECORD_REFUSED || this == READ_MODEL_DIFFERS;
    }

    /** In ids and addresses: {@code pack-low}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
