package io.minutebook.server.idempotency;

import io.minutebook.server.problem.ProblemCode;
import io.minutebook.server.problem.Rejected;
import java.util.regex.Pattern;

/**
 * The caller's name for one intention: 1 to 255 printable ASCII characters, valid per account and path for
 * ever.
 */
public record IdempotencyKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[\\x20-\\x7E]{1,255}");

    public IdempotencyKey {
        if (value.isEmpty()) {
            throw new Rejected(
                    ProblemCode.IDEMPOTENCY_KEY_MISSING, "Idempotency-Key: send 1 to 255 characters.");
        }
        if (!SHAPE.matcher(value).matches()) {
            throw Rejected.malformed("Idempotency-Key: send 1 to 255 printable ASCII characters.");
        }
    }
}
