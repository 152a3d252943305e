package io.minutebook.server.tracing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether somebody collects spans: one of the two standard variables of OpenTelemetry names the collector. */
final class CollectorIsSet implements Condition {

    private static final String[] VARIABLES = {"OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"};

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !endpoints(context.getEnvironment()).isEmpty();
    }

    /** Under the names that the SDK reads. */
    static Map<String, String> endpoints(Environment environment) {
        var endpoints = new TreeMap<String, String>();
        for (var variable : VARIABLES) {
            var value = environment.getProperty(variable, "");
            if (!value.isBlank()) endpoints.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value);
        }
        return endpoints;
    }
}
