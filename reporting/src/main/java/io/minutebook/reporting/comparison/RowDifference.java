package io.minutebook.reporting.comparison;

import org.jspecify.annotations.Nullable;

/**
 * One value of a row that differs, or a row that one side lacks.
 *
 * @param position the event up to which both sides show the ledger
 * @param key the row's key, as the database writes it
 * @param column null where one side lacks the row
 * @param live as the live read model has it; null of nothing and of a row that it lacks
 * @param replayed as events say; null of nothing and of a row that there should not be
 */
public record RowDifference(
        long position,
        String table,
        String key,
        @Nullable String column,
        @Nullable String live,
        @Nullable String replayed) {}
