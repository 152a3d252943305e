package io.minutebook.reporting.resources;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something of an account that time changes at the instant given.
 *
 * @param numberId of a number; all seats of an account are one thing, and so is all its chat
 */
public record DueResource(Instant dueAt, ResourceKind kind, AccountId accountId, @Nullable ResourceId numberId) {}
