package io.minutebook.ingest;

/** What became of dead letters that were tried again: retried = resolved + open. */
public record RetryOutcome(int retried, int resolved, int open) {}
