package io.minutebook.server.problem;

/** A request that is not carried out and left no trace; the detail says what to send instead. */
public final class Rejected extends RuntimeException {

    private final ProblemCode code;

    public Rejected(ProblemCode code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    public static Rejected malformed(String detail) {
        return new Rejected(ProblemCode.MALFORMED_REQUEST, detail);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
