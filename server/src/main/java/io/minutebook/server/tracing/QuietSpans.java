package io.minutebook.server.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;

/** Makes a span of each observation; of a failure it tells the kind alone, for its words may quote what people sent. */
record QuietSpans(ObservationHandler<Observation.Context> spans) implements ObservationHandler<Observation.Context> {

    @Override
    public void onStart(Observation.Context context) {
        spans.onStart(context);
    }

    @Override
    public void onError(Observation.Context context) {
        var failure = context.getError();
        TracingContext tracing = context.get(TracingContext.class);
        var span = tracing == null ? null : tracing.getSpan();
        if (failure != null && span != null) span.error(new Failure(failure.getClass().getSimpleName()));
    }

    @Override
    public void onEvent(Observation.Event event, Observation.Context context) {
        spans.onEvent(event, context);
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
        spans.onScopeOpened(context);
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
        spans.onScopeClosed(context);
    }

    @Override
    public void onStop(Observation.Context context) {
        spans.onStop(context);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return spans.supportsContext(context);
    }

    /** The name of a failure in the place of the failure. */
    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failure(String type) {
            super(type, null, false, false);
        }
    }
}
