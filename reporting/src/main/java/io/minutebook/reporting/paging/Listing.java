package io.minutebook.reporting.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; next is the cursor of the page after it, null on the last. */
public record Listing<T>(List<T> items, @Nullable String next) {

    public Listing {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of what a query found.
     *
     * @param found up to one item more than the limit, by which it is known that there is a next page
     */
    public static <T> Listing<T> of(List<T> found, int limit, Function<T, Cursor> placeOf) {
        if (found.size() <= limit) return new Listing<>(found, null);
        var items = found.subList(0, limit);
        return new Listing<>(items, placeOf.apply(items.getLast()).encoded());
    }
}
