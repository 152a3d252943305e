package io.minutebook.reporting.projections;

import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A projection that fails stops where it is, says so, and tries the same events again later; it never skips one. */
final class ProjectionAlert implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionAlert.class);

    private final ProjectionPlaces places;

    ProjectionAlert(ProjectionPlaces places) {
        this.places = places;
    }

    @Override
    public void handleError(ErrorContext context) throws Exception {
        if (context.error() instanceof KeptElsewhere keptElsewhere) {
            LOG.info("{}; going on from there", keptElsewhere.getMessage());
            throw keptElsewhere;
        }
        var error = FailedAt.batch(context.error(), context.failedEvents());
        LOG.error("Projection {} stopped and will try the same events again", context.eventProcessor(), error);
        tell(context.eventProcessor(), error);
        throw error;
    }

    void tell(String projection, Throwable error) {
        try {
            places.stopped(projection, String.valueOf(error.getMessage()));
        } catch (DataAccessException e) {
            LOG.warn("The state of projection {} could not be stored: {}", projection, e.getMessage());
        }
    }
}
