package io.minutebook.server.demo;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rows of an account's usage detail, summed. */
record BookedUsage(long rows, long billed, long drawn, long uncovered, Optional<OffsetDateTime> last) {

    private static final BookedUsage NONE = new BookedUsage(0, 0, 0, 0, Optional.empty());

    static BookedUsage of(Api api, Customer customer, YearMonth month) throws InterruptedException {
        var path = "accounts/%s/usage?month=%s&limit=1000".formatted(customer.id(), month);
        var sum = NONE;
        for (var page = api.get(path); page != null; page = next(api, path, page)) {
            for (var row : page.path("rows")) sum = sum.plus(row);
        }
        return sum;
    }

    private static @Nullable JsonNode next(Api api, String path, JsonNode page)
            throws InterruptedException {
        return page.has("next") ? api.get(path + "&after=" + page.path("next").stringValue()) : null;
    }

    private BookedUsage plus(JsonNode row) {
        return new BookedUsage(
                rows + 1,
                billed + row.path("billedMinutes").asLong(),
                drawn + row.path("drawnMinutes").asLong(),
                uncovered + row.path("uncoveredMinutes").asLong(),
                Optional.of(OffsetDateTime.parse(row.path("endedAt").stringValue())));
    }
}
