package io.minutebook.billing.refunds;

import io.minutebook.billing.Refusal;

/** Why nothing is done to a veto. */
public enum VetoRefusal implements Refusal {
    UNKNOWN_VETO;

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
