package io.minutebook.server.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sends spans to a collector where one is set; otherwise nothing of this is loaded. */
@Configuration(proxyBeanMethods = false)
@Conditional(CollectorIsSet.class)
class Tracing {

    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "minutebook",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    /** The standard OTEL_ variables go before these settings. */
    @Bean(destroyMethod = "close")
    static OpenTelemetrySdk openTelemetry(Environment environment) {
        var settings = new HashMap<>(DEFAULTS);
        settings.putAll(CollectorIsSet.endpoints(environment));
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> settings)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    @Bean
    static ObservationHandler<Observation.Context> spans(OpenTelemetrySdk openTelemetry) {
        var tracer = openTelemetry.getTracer("minutebook");
        var bridge = new OtelTracer(tracer, new OtelCurrentTraceContext(), _ -> {});
        var w3c = ContextPropagators.create(W3CTraceContextPropagator.getInstance());
        return new QuietSpans(new FirstMatchingCompositeObservationHandler(
                new PropagatingReceiverTracingObservationHandler<>(bridge, new OtelPropagator(w3c, tracer)),
                new DefaultTracingObservationHandler(bridge)));
    }
}
