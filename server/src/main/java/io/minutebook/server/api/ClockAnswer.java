package io.minutebook.server.api;

import java.time.Instant;

/** The ledger's time. */
record ClockAnswer(Instant now) {}
