package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.reporting.paging.Listing;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; next is the cursor for {@code after}, absent on the last page. */
record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    static <T> Page<T> of(Listing<T> listing) {
        return new Page<>(listing.items(), listing.next());
    }

    static <F, T> Page<T> of(Listing<F> listing, Function<F, T> answerOf) {
        return new Page<>(listing.items().stream().map(answerOf).toList(), listing.next());
    }
}
