package io.minutebook.server.security;

import io.minutebook.server.problem.ProblemCode;
import io.minutebook.server.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Turns callers away before a controller is reached, with the same problems as everywhere else. */
@Component
class AccessProblems {

    private final HandlerExceptionResolver resolver;

    AccessProblems(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    void unauthenticated(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Bearer");
        var problem = "Send a key in force as Authorization: Bearer KEY.";
        answer(new Rejected(ProblemCode.UNAUTHENTICATED, problem), request, response);
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response) {
        answer(
                new Rejected(
                        ProblemCode.FORBIDDEN,
                        "The role of this key does not allow that; ask an operator, or use another key."),
                request,
                response);
    }

    void answer(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        resolver.resolveException(request, response, null, problem);
    }
}
