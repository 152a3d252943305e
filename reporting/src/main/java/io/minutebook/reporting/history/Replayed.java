package io.minutebook.reporting.history;

import io.minutebook.reporting.feed.FoundEvent;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.months.PastMonths;
import io.minutebook.reporting.projections.EventBatch;
import io.minutebook.reporting.projections.Projection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Projects the events of one account into tables, and those of months at their positions among them. */
final class Replayed {

    private static final int EVENTS_PER_BATCH = 4_000;

    private final List<Projection> projections;
    private final JdbcTemplate jdbc;
    private final Deque<LedgerEvent> months;
    private List<EventBatch> batches;
    private int added;

    Replayed(List<Projection> projections, JdbcTemplate jdbc, PastMonths months) {
        this.projections = projections;
        this.jdbc = jdbc;
        this.months = months.events().stream()
                .map(FoundEvent::event)
                .collect(Collectors.toCollection(ArrayDeque::new));
        this.batches = begin();
    }

    private List<EventBatch> begin() {
        return projections.stream().map(Projection::begin).toList();
    }

    void add(LedgerEvent event) {
        while (!months.isEmpty() && months.getFirst().position() < event.position()) take(months.removeFirst());
        take(event);
    }

    void end() {
        while (!months.isEmpty()) take(months.removeFirst());
        write();
    }

    private void take(LedgerEvent event) {
        for (var batch : batches) batch.add(event);
        if (++added % EVENTS_PER_BATCH == 0) write();
    }

    private void write() {
        for (var batch : batches) batch.write(jdbc);
        batches = begin();
    }
}
