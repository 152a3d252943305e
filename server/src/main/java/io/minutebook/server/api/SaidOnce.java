package io.minutebook.server.api;

import io.minutebook.server.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses what is said twice or left blank: whoever guesses which was meant answers another question. */
@Component
class SaidOnce implements HandlerInterceptor {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach(SaidOnce::requireOne);
        if (Collections.list(request.getHeaders(IDEMPOTENCY_KEY)).size() > 1) {
            throw Rejected.malformed(IDEMPOTENCY_KEY + ": send it once.");
        }
        return true;
    }

    private static void requireOne(String name, String[] values) {
        if (values.length > 1) throw Rejected.malformed(name + ": send it once.");
        if (values[0].isBlank()) throw Rejected.malformed(name + ": send a value or leave it out.");
    }
}
