package io.minutebook.reporting.months;

/** How far a month is closed. */
public enum MonthState {
    OPEN,
    /** Its close has begun: it waits for ingest, or its final files are being written. */
    CLOSING,
    /** Its files are final; so is a month from before the ledger's first start, which has none. */
    FINAL
}
