package io.minutebook.server.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.TraceId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id, which stands in each line it logs and in its answer: the trace it belongs to by its W3C
 * {@code traceparent}, else a new one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // inside the span
final class RequestTrace extends OncePerRequestFilter {

    static final String KEY = "trace.id";
    static final String HEADER = "Trace-Id";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = idOf(request.getHeader("traceparent"));
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable(KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    private static String idOf(@Nullable String traceparent) {
        var span = Span.current().getSpanContext();
        if (span.isValid()) return span.getTraceId();
        var parent = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return parent.matches() ? parent.group(1) : newId();
    }

    private static String newId() {
        var random = ThreadLocalRandom.current();
        return TraceId.fromLongs(random.nextLong(), random.nextLong() | 1);
    }
}
