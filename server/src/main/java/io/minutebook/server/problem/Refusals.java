package io.minutebook.server.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.minutebook.billing.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a refused command leaves behind: a counter and a line in the log, nothing in the ledger. */
@Component
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    Problem problemOf(Refused refused, HttpServletRequest request) {
        var code = refused.reason().name();
        meters.counter("minutebook.refusals", "code", code).increment();
        LOG.info("refused {} {}", code, Route.of(request));
        return Problem.of(code, statusOf(refused), refused.detail(), request.getRequestURI());
    }

    private static HttpStatus statusOf(Refused refused) {
        return switch (refused.reason().kind()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
