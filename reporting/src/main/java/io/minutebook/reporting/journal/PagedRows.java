package io.minutebook.reporting.journal;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows of any number, a page of them in memory at a time; no transaction stays open between two pages. */
final class PagedRows<T> extends AbstractSpliterator<T> {

    private final Function<@Nullable T, List<T>> pageAfter;
    private final int pageSize;
    private Iterator<T> page;
    private @Nullable T last;
    private boolean isLastPage;

    private PagedRows(Function<@Nullable T, List<T>> pageAfter, int pageSize) {
        super(Long.MAX_VALUE, ORDERED);
        this.pageAfter = pageAfter;
        this.pageSize = pageSize;
        this.page = List.<T>of().iterator();
    }

    /**
     * Reads on only when more are taken.
     *
     * @param pageAfter the next rows after one, the first ones after none; fewer than a page are the last
     */
    static <T> Stream<T> of(Function<@Nullable T, List<T>> pageAfter, int pageSize) {
        return StreamSupport.stream(new PagedRows<>(pageAfter, pageSize), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> reader) {
        if (!page.hasNext() && !isLastPage) turn();
        if (!page.hasNext()) return false;
        T row = page.next();
        last = row;
        reader.accept(row);
        return true;
    }

    private void turn() {
        var rows = pageAfter.apply(last);
        isLastPage = rows.size() < pageSize;
        page = rows.iterator();
    }
}
