package io.minutebook.ingest.record;

import org.jspecify.annotations.Nullable;

/**
 * A delivery that is refused: the first reason that applies, what is wrong, what to do about it, and where.
 *
 * @param pointer JSON pointer into the value; an attribute sent as a header is {@code /} and its name
 * @param source as far as it could be read, like the record id, the account id and the id of the record it corrects
 */
public record Unreadable(
        RecordRefusal reason,
        String detail,
        @Nullable String pointer,
        @Nullable String source,
        @Nullable String recordId,
        @Nullable String accountId,
        @Nullable String supersedes)
        implements Decoded {}
