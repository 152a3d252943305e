package io.minutebook.server.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TracingTest {

    private final ApplicationContextRunner ledger = new ApplicationContextRunner().withUserConfiguration(Tracing.class);

    @Test
    void nothingIsStartedWithoutACollector() {
        ledger.withPropertyValues("OTEL_EXPORTER_OTLP_ENDPOINT= ").run(context -> assertThat(context)
                .doesNotHaveBean(Tracing.class)
                .doesNotHaveBean(OpenTelemetrySdk.class)
                .doesNotHaveBean(ObservationHandler.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"})
    void eitherStandardVariableStartsIt(String variable) {
        ledger.withPropertyValues(variable + "=http://127.0.0.1:4318").run(context ->
                assertThat(context).hasSingleBean(OpenTelemetrySdk.class).hasSingleBean(ObservationHandler.class));
    }
}
