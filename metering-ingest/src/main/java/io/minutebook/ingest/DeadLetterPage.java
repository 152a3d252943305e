package io.minutebook.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of dead letters.
 *
 * @param next the id after which the next part begins; null on the last page
 */
public record DeadLetterPage(List<DeadLetter> items, @Nullable Long next) {

    public DeadLetterPage {
        items = List.copyOf(items);
    }
}
