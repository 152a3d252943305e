package io.minutebook.reporting.journal;

import io.minutebook.reporting.journal.JournalPart.Read;
import io.minutebook.reporting.paging.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about postings: what events moved, by position, then what draws, days and lapses of the month came to. */
public final class JournalPostings {

    private static final int ROWS_IN_MEMORY = 1_000;

    private final JdbcTemplate jdbc;

    public JournalPostings(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    private record Placed(JournalPlace place, JournalLine line) {}

    public Listing<JournalLine> page(JournalQuery query, @Nullable String after, int limit) {
        var place = after == null ? null : JournalPlace.of(after);
        var found = placed(query, place, limit + 1).limit(limit + 1L).toList();
        var page = Listing.of(found, limit, last -> last.place().cursor());
        return new Listing<>(page.items().stream().map(Placed::line).toList(), page.next());
    }

    /** Every posting of the month; however many there are, few are in memory. */
    public void forEach(JournalQuery query, Consumer<JournalLine> reader) {
        placed(query, null, ROWS_IN_MEMORY).forEachOrdered(placed -> reader.accept(placed.line()));
    }

    private Stream<Placed> placed(JournalQuery query, @Nullable JournalPlace after, int rowsAtOnce) {
        return Stream.of(JournalPart.values())
                .filter(part -> after == null || part.compareTo(after.part()) >= 0)
                .flatMap(part -> after != null && part == after.part()
                        ? rows(part, query, after.key(), rowsAtOnce)
                                .flatMap(row -> lines(part, row).filter(line -> isAfter(line.place(), after)))
                        : rows(part, query, null, rowsAtOnce).flatMap(row -> lines(part, row)));
    }

    /** From the row of a posting on, which may have more of them. */
    private Stream<Read> rows(JournalPart part, JournalQuery query, @Nullable List<String> from, int rowsAtOnce) {
        return PagedRows.of(
                last -> last == null
                        ? part.rows(query, ">=", from, rowsAtOnce, jdbc)
                        : part.rows(query, ">", last.key(), rowsAtOnce, jdbc),
                rowsAtOnce);
    }

    private static Stream<Placed> lines(JournalPart part, Read row) {
        var placed = new ArrayList<Placed>();
        for (var line : row.lines()) {
            placed.add(new Placed(new JournalPlace(part, row.key(), placed.size() + 1), line));
        }
        return placed.stream();
    }

    private static boolean isAfter(JournalPlace place, JournalPlace after) {
        return !place.key().equals(after.key()) || place.line() > after.line();
    }
}
