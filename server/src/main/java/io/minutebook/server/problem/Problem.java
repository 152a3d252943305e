package io.minutebook.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.reporting.accounts.RefundQuoteView;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An RFC 9457 problem.
 *
 * @param code what programs decide by; it never changes
 * @param detail what to do about it
 * @param instance the path of the request
 * @param quote with {@code QUOTE_CHANGED} only: the refund as it would be now
 * @param errorId on unexpected failures only: the mark under which the server's log tells more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String code, String title, int status, String detail, String instance, @Nullable RefundQuoteView quote,
        @Nullable String errorId) {

    public static Problem of(ProblemCode code, String detail, String instance) {
        return of(code.name(), code.status(), detail, instance);
    }

    static Problem of(String code, HttpStatusCode status, String detail, String instance) {
        return new Problem(code, titleOf(code), status.value(), detail, instance, null, null);
    }

    Problem withErrorId(String id) {
        return new Problem(code, title, status, detail, instance, quote, id);
    }

    Problem withQuote(RefundQuoteView now) {
        return new Problem(code, title, status, detail, instance, now, errorId);
    }

    ResponseEntity<Problem> answer() {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == 503) answer.header("Retry-After", "1");
        return answer.body(this);
    }

    /** {@code BELOW_MINIMUM} reads "Below minimum". */
    private static String titleOf(String code) {
        var words = code.replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
