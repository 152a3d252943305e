package io.minutebook.server.api;

import io.minutebook.server.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses what is said twice or left blank: whoever guesses which was meant answers another question. Twice may be said
 * what the handler takes several of.
 */
@Component
class SaidOnce implements HandlerInterceptor {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = UriComponentsBuilder.newInstance().query(request.getQueryString()).build(); // not the body
        query.getQueryParams().forEach((name, values) -> {
            if (values.size() > 1 && !takesSeveral(handler, name)) throw Rejected.malformed(name + ": send it once.");
            values.forEach(value -> requireValue(name, value));
        });
        if (Collections.list(request.getHeaders(IDEMPOTENCY_KEY)).size() > 1) {
            throw Rejected.malformed(IDEMPOTENCY_KEY + ": send it once.");
        }
        return true;
    }

    private static boolean takesSeveral(Object handler, String name) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethod().getParameters())
                        .anyMatch(asked -> asked.getName().equals(name) && Collection.class.isAssignableFrom(asked.getType()));
    }

    private static void requireValue(String name, @Nullable String value) {
        if (value == null || value.replace("%20", "").replace("+", "").isBlank()) {
            throw Rejected.malformed(name + ": send a value or leave it out.");
        }
    }
}
