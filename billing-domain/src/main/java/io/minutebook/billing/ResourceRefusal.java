package io.minutebook.billing;

/** Why nothing is done to a resource, in order of precedence. */
public enum ResourceRefusal implements Refusal {
    UNKNOWN_RESOURCE(Kind.UNKNOWN),
    RESOURCE_NOT_ACTIVE(Kind.CONFLICT),
    NOT_RENEWABLE(Kind.RULE),
    NOT_UPGRADABLE(Kind.RULE),
    NOT_A_NUMBER(Kind.RULE);

    private final Kind kind;

    ResourceRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
