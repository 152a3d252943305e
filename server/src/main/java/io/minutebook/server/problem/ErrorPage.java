package io.minutebook.server.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed outside the controllers, in the container or in a filter, as a problem too. */
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    @Nullable ResponseEntity<Problem> problem(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) return null;
        var status = attribute(request, RequestDispatcher.ERROR_STATUS_CODE)
                .map(Integer.class::cast)
                .orElse(404);
        var path = attribute(request, RequestDispatcher.ERROR_REQUEST_URI)
                .map(Object::toString)
                .orElse("/error");
        return Problem.of(ProblemCode.of(status), detailOf(status), path).answer();
    }

    private static String detailOf(int status) {
        return status >= 500
                ? "The server failed; repeat the request."
                : "The request was not understood; /api/openapi.json says what can be asked.";
    }

    private static Optional<Object> attribute(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getAttribute(name));
    }
}
