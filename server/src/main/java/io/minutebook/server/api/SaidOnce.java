package io.minutebook.server.api;

import io.minutebook.server.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Refuses what is said twice or left blank: whoever guesses which was meant answers another question. */
@Component
class SaidOnce implements HandlerInterceptor {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = UriComponentsBuilder.newInstance().query(request.getQueryString()).build(); // not the body
        query.getQueryParams().forEach(SaidOnce::requireOne);
        if (Collections.list(request.getHeaders(IDEMPOTENCY_KEY)).size() > 1) {
            throw Rejected.malformed(IDEMPOTENCY_KEY + ": send it once.");
        }
        return true;
    }

    private static void requireOne(String name, List<@Nullable String> values) {
        if (values.size() > 1) throw Rejected.malformed(name + ": send it once.");
        var value = values.getFirst();
        if (value == null || value.replace("%20", "").replace("+", "").isBlank()) {
            throw Rejected.malformed(name + ": send a value or leave it out.");
        }
    }
}
