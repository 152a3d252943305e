package io.minutebook.server.api;

import io.minutebook.reporting.projections.ReadBarrier;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds a GET back until the read models show every event stored when it arrived, and tells it that position.
 */
@Component
class ReadsAreNeverBehind implements HandlerInterceptor {

    static final String POSITION = "Ledger-Position";

    private final ReadBarrier barrier;

    ReadsAreNeverBehind(ReadBarrier barrier) {
        this.barrier = barrier;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            long head = barrier.head();
            response.setHeader(POSITION, Long.toString(head));
            barrier.await(head);
        }
        return true;
    }
}
