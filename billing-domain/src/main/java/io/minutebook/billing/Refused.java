package io.minutebook.billing;

/** A command was refused and left no trace in the ledger; the detail says what to do instead. */
public class Refused extends RuntimeException {

    private final transient Refusal reason;

    public Refused(Refusal reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
