package io.minutebook.server.api;

import io.minutebook.reporting.projections.ReadBarrier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Tells every answer of the API the ledger's position; after a change it is that of the change or a later
 * one.
 */
@ControllerAdvice
class LedgerPosition implements ResponseBodyAdvice<Object> {

    private final ReadBarrier barrier;

    LedgerPosition(ReadBarrier barrier) {
        this.barrier = barrier;
    }

    @Override
    public boolean supports(
            MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        boolean isApi = request.getURI().getPath().startsWith("/api/v1/");
        if (isApi && !isTold(response)) tell(response);
        return body;
    }

    private static boolean isTold(ServerHttpResponse response) {
        return response instanceof ServletServerHttpResponse servlet
                && servlet.getServletResponse().containsHeader(ReadsAreNeverBehind.POSITION);
    }

    /** Where the database does not answer, the problem that says so has no position. */
    private void tell(ServerHttpResponse response) {
        try {
            response.getHeaders().set(ReadsAreNeverBehind.POSITION, Long.toString(barrier.head()));
        } catch (DataAccessException unreachable) {
            response.getHeaders().remove(ReadsAreNeverBehind.POSITION);
        }
    }
}
