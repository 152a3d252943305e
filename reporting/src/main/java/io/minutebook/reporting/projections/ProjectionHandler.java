package io.minutebook.reporting.projections;

import io.minutebook.reporting.feed.LedgerEvents;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Feeds one projection: all events of a unit of work are gathered and flushed once, together with the place
 * reached. It takes every event, also those the projection has no use for, so that the place always moves on.
 */
final class ProjectionHandler implements EventMessageHandler {

    private final Projection projection;
    private final JdbcTemplate jdbc;
    private final ProjectionPlaces places;
    private final ReachedPositions reached;

    ProjectionHandler(Projection projection, JdbcTemplate jdbc, ProjectionPlaces places, ReachedPositions reached) {
        this.projection = projection;
        this.jdbc = jdbc;
        this.places = places;
        this.reached = reached;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        Gathering gathering = CurrentUnitOfWork.get().getOrComputeResource(projection.name(), _ -> begin());
        gathering.add(message);
        return null;
    }

    private Gathering begin() {
        var gathering = new Gathering(projection.begin());
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        unit.onPrepareCommit(_ -> gathering.flush());
        unit.afterCommit(_ -> reached.reached(projection.name(), gathering.position));
        return gathering;
    }

    private final class Gathering {
        private final ProjectionBatch batch;
        private long first;
        private long position;

        Gathering(ProjectionBatch batch) {
            this.batch = batch;
        }

        void add(EventMessage<?> message) {
            batch.add(LedgerEvents.payloadOf(message));
            position = ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
            if (first == 0) first = position;
        }

        /** The place comes first: whoever holds it keeps these tables from being written. */
        void flush() {
            places.advance(projection.name(), first, position);
            batch.write(jdbc);
        }
    }
}
