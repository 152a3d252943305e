package io.minutebook.server.security;

/** What the holder of an API key is to the ledger. */
public enum KeyRole {
    /** Runs the ledger and may do everything. */
    OPERATOR,
    /** Reads all, bills and usage above all, and writes nothing. */
    FINANCE,
    /** Reads all and writes nothing. */
    AUDITOR,
    /** Produces usage, and reads that of the accounts its key names only. */
    PLATFORM
}
