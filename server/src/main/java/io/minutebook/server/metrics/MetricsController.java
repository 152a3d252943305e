package io.minutebook.server.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.minutebook.server.figures.LedgerFigures;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All meters of this process in the text format of Prometheus. */
@RestController
class MetricsController {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final LedgerFigures figures;
    private final LedgerMeters meters;

    MetricsController(PrometheusMeterRegistry registry, LedgerFigures figures, LedgerMeters meters) {
        this.registry = registry;
        this.figures = figures;
        this.meters = meters;
    }

    /** What the database and Kafka do not tell in a moment is left out. */
    @GetMapping("/metrics")
    ResponseEntity<String> metrics() {
        figures.look();
        meters.takeOver();
        return ResponseEntity.ok().header("Content-Type", TEXT).body(registry.scrape(TEXT));
    }
}
