package io.minutebook.server.tracing;

import io.minutebook.ingest.record.Delivery;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ties the span of a batch to the traces in which its records were published, as their W3C headers name them. */
public final class RecordLinks {

    private static final int AT_MOST = 32;
    private static final TextMapGetter<Delivery> HEADERS = new Headers();

    private RecordLinks() {}

    /** Links the first traces; costs nothing while nobody collects spans. */
    public static void add(List<Delivery> deliveries) {
        var span = Span.current();
        if (!span.isRecording()) return;
        deliveries.stream()
                .map(RecordLinks::publishedIn)
                .filter(SpanContext::isValid)
                .distinct()
                .limit(AT_MOST)
                .forEach(span::addLink);
    }

    private static SpanContext publishedIn(Delivery delivery) {
        var context = W3CTraceContextPropagator.getInstance().extract(Context.root(), delivery, HEADERS);
        return Span.fromContext(context).getSpanContext();
    }

    private static final class Headers implements TextMapGetter<Delivery> {

        @Override
        public Iterable<String> keys(Delivery delivery) {
            return delivery.headers().stream().map(header -> header.key()).toList();
        }

        @Override
        public @Nullable String get(@Nullable Delivery delivery, String key) {
            if (delivery == null) return null;
            return delivery.headers().stream()
                    .filter(header -> header.key().equals(key))
                    .map(header -> header.value())
                    .filter(Objects::nonNull)
                    .map(value -> new String(value, StandardCharsets.US_ASCII))
                    .findFirst()
                    .orElse(null);
        }
    }
}
