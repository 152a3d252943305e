package io.minutebook.server.looks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a key read what belongs to others.
 *
 * @param lookedAt by real time; of several reads a few seconds apart when they were written down
 * @param operation the method and path, without ids
 * @param subject what was read where it is no account: a dead letter or a record
 * @param times how often within those seconds
 * @param fullNumbers whether numbers of people were shown in full
 */
public record Look(
        Instant lookedAt,
        String key,
        String role,
        @Nullable String accountId,
        String operation,
        @Nullable String subject,
        long times,
        boolean fullNumbers) {}
