package io.minutebook.reporting.comparison;

import java.util.List;

/**
 * What differs of an account.
 *
 * @param lines how many differences there are
 * @param first the first of them
 */
record Found(long lines, List<RowDifference> first) {

    Found {
        first = List.copyOf(first);
    }
}
