package io.minutebook.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

/** The template of the path that a request asked for: the path itself may hold what people typed, so the log never does. */
final class Route {

    private Route() {}

    static String of(HttpServletRequest request) {
        var template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return template == null ? "a path outside the API" : template.toString();
    }
}
