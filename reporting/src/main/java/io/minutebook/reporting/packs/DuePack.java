package io.minutebook.reporting.packs;

import io.minutebook.billing.packs.PoolId;
import java.time.Instant;

/** A pool that holds minutes or messages whose validity ended at the instant given. */
public record DuePack(PoolId pool, Instant validUntil) {}
