package io.minutebook.billing;

/** Why no trial is granted, in order of precedence. */
public enum TrialRefusal implements Refusal {
    TRIAL_RUNNING,
    TRIAL_USED_UP;

    @Override
    public Kind kind() {
        return Kind.RULE;
    }
}
