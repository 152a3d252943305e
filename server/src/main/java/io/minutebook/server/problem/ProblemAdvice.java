package io.minutebook.server.problem;

import io.minutebook.billing.Refused;
import io.minutebook.billing.account.AccountRefusal;
import io.minutebook.billing.refunds.QuoteChanged;
import io.minutebook.ingest.Wordless;
import io.minutebook.reporting.accounts.RefundQuoteView;
import io.minutebook.reporting.paging.MalformedCursor;
import io.minutebook.reporting.projections.ReadModelBehind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns whatever a request fails with into a problem; what nobody foresaw is logged under a mark, never
 * shown.
 */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Refusals refusals;

    ProblemAdvice(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused, HttpServletRequest request) {
        return refusals.problemOf(refused, request).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> quoteChanged(QuoteChanged changed, HttpServletRequest request) {
        var now = RefundQuoteView.of(changed.quote());
        return refusals.problemOf(changed, request).withQuote(now).answer();
    }

    /** Every stream that a command addresses by a caller's id is an account. */
    @ExceptionHandler(AggregateNotFoundException.class)
    ResponseEntity<Problem> unknownAccount(HttpServletRequest request) {
        var unknown = new Refused(
                AccountRefusal.UNKNOWN_ACCOUNT,
                "No such account; register it with PUT /api/v1/accounts/{accountId}.");
        return refused(unknown, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> rejected(Rejected rejected, HttpServletRequest request) {
        return answer(rejected.code(), rejected.detail(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> malformedCursor(MalformedCursor cursor, HttpServletRequest request) {
        return answer(ProblemCode.MALFORMED_REQUEST, "after: " + cursor.getMessage() + ".", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> behind(ReadModelBehind behind, HttpServletRequest request) {
        return answer(ProblemCode.READ_MODEL_BEHIND, String.valueOf(behind.getMessage()), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        if (unreadable.getCause() instanceof Rejected rejected) return rejected(rejected, request);
        return answer(ProblemCode.MALFORMED_REQUEST, BodyProblems.detailOf(unreadable.getCause()), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongParameter(TypeMismatchException mismatch, HttpServletRequest request) {
        var cause = causeOf(mismatch, Rejected.class);
        if (cause instanceof Rejected rejected) return rejected(rejected, request);
        var name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : mismatch.getPropertyName();
        return answer(ProblemCode.MALFORMED_REQUEST, name + ": " + adviceOf(mismatch) + ".", request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingParameter(
            MissingServletRequestParameterException missing, HttpServletRequest request) {
        var example = switch (missing.getParameterType()) {
            case "BillingMonth" -> "a month such as 2025-01";
            case "LocalDate" -> "a date such as 2025-01-31";
            default -> "it";
        };
        return answer(
                ProblemCode.MALFORMED_REQUEST, missing.getParameterName() + ": is missing; send " + example + ".",
                request);
    }

    private static String adviceOf(TypeMismatchException mismatch) {
        if (causeOf(mismatch, BadValue.class) instanceof BadValue bad) return bad.advice();
        var type = mismatch.getRequiredType();
        if (type != null && type.isEnum()) return "send one of " + BodyProblems.constantsOf(type);
        return "send a whole number";
    }

    private static @Nullable Throwable causeOf(Throwable failure, Class<? extends Throwable> type) {
        var cause = failure.getCause();
        while (cause != null && !type.isInstance(cause)) cause = cause.getCause();
        return cause;
    }

    @ExceptionHandler
    ResponseEntity<Problem> missingHeader(MissingRequestHeaderException missing, HttpServletRequest request) {
        boolean isKey = missing.getHeaderName().equals(IDEMPOTENCY_KEY);
        return isKey
                ? answer(
                        ProblemCode.IDEMPOTENCY_KEY_MISSING,
                        "Send an Idempotency-Key header of 1 to 255 printable characters, a new one for each"
                                + " intention and the same one when you repeat it.",
                        request)
                : answer(
                        ProblemCode.MALFORMED_REQUEST, "Send the header " + missing.getHeaderName() + ".", request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessResourceException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Problem> databaseUnavailable(Exception failure, HttpServletRequest request) {
        LOG.warn("the database did not answer {}", Route.of(request), failure);
        return answer(
                ProblemCode.DATABASE_UNAVAILABLE,
                "The database did not answer, and whether a change was stored is not known; repeat the"
                        + " request, a POST with the same Idempotency-Key.",
                request);
    }

    /** What Spring refuses by itself carries its status; all else is a defect of ours. */
    @ExceptionHandler
    ResponseEntity<Problem> other(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) throw failure;
        response.resetBuffer();
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return refusedBySpring(known, request);
        }
        var errorId = UUID.randomUUID().toString();
        LOG.error("error {} at {} {}", errorId, request.getMethod(), Route.of(request), Wordless.of(failure));
        return Problem.of(
                        ProblemCode.INTERNAL_ERROR,
                        "The server failed; repeat the request, and report the error id if it stays so.",
                        request.getRequestURI())
                .withErrorId(errorId)
                .answer();
    }

    private static ResponseEntity<Problem> refusedBySpring(ErrorResponse known, HttpServletRequest request) {
        var code = ProblemCode.of(known.getStatusCode().value());
        var answer = Problem.of(
                        code.name(),
                        known.getStatusCode(),
                        detailOf(code, known, request),
                        request.getRequestURI())
                .answer();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .headers(known.getHeaders())
                .body(answer.getBody());
    }

    private static String detailOf(ProblemCode code, ErrorResponse known, HttpServletRequest request) {
        return switch (code) {
            case NOT_FOUND -> "Nothing lies at this path; /api/openapi.json lists what does.";
            case METHOD_NOT_ALLOWED ->
                request.getMethod() + " is not possible here; use " + String.join(", ", allowed(known)) + ".";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as Content-Type: application/json.";
            default -> String.valueOf(known.getBody().getDetail());
        };
    }

    private static Iterable<String> allowed(ErrorResponse known) {
        return known.getHeaders().getAllow().stream().map(Object::toString).toList();
    }

    private static ResponseEntity<Problem> answer(
            ProblemCode code, String detail, HttpServletRequest request) {
        return Problem.of(code, detail, request.getRequestURI()).answer();
    }
}
