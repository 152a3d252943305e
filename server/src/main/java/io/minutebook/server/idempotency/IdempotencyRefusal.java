package io.minutebook.server.idempotency;

import io.minutebook.billing.Refusal;

/** Why a repeated request is refused. */
enum IdempotencyRefusal implements Refusal {
    IDEMPOTENCY_KEY_REUSED;

    @Override
    public Kind kind() {
        return Kind.RULE;
    }
}
