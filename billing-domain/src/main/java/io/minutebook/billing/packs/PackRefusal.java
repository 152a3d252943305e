package io.minutebook.billing.packs;

import io.minutebook.billing.Refusal;

/** Why the minutes of a pack are not adjusted, in order of precedence. */
public enum PackRefusal implements Refusal {
    PACK_OVER,
    MINUTES_NOT_DRAWN,
    MINUTES_NOT_LEFT;

    @Override
    public Kind kind() {
        return Kind.RULE;
    }
}
