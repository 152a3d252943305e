package io.minutebook.benchmarks.endtoend;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the ledger has got: what is booked, and what its readers see. */
final class Progress {

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records that are committed as events, duplicates or dead letters. */
    long booked() {
        return number("select coalesce(sum(received), 0) from ingest_offset");
    }

    long accepted() {
        return number("select coalesce(sum(accepted), 0) from ingest_offset");
    }

    /** The index up to which every read model shows the ledger. */
    long visiblePosition() {
        return number("select min(position) from projection_position");
    }

    long lastPosition() {
        return number("select coalesce(max(position), 0) from ledger_event");
    }

    long databaseBytes() {
        return number("select pg_database_size(current_database())");
    }

    private long number(String sql) {
        return Objects.requireNonNull(jdbc.sql(sql).query(Long.class).single());
    }
}
