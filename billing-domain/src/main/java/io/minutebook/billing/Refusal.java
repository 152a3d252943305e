package io.minutebook.billing;

/**
 * Why a command was refused: a constant of a feature's enum, which lists its constants in order of
 * precedence.
 */
public interface Refusal {

    /** The permanent code callers see, such as {@code BELOW_MINIMUM}. */
    String name();

    Kind kind();

    /** What sort of no it is. */
    enum Kind {
        /** What was sent lacks what it is about, or says what has no place there. */
        MALFORMED,
        /** Nothing of that name exists. */
        UNKNOWN,
        /** The state of the ledger stands against it. */
        CONFLICT,
        /** A business rule forbids it. */
        RULE
    }
}
