package io.minutebook.reporting.packs;

import io.minutebook.billing.packs.PoolId;
import java.time.Instant;

/** A pool with minutes or messages whose end is to be announced, or has come, at the instant given. */
public record DuePack(PoolId pool, Instant dueAt) {}
