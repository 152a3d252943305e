package io.minutebook.server.webhooks;

import io.minutebook.billing.Refusal;

/** Why a webhook is not set or asked in vain, in order of precedence. */
enum WebhookRefusal implements Refusal {
    UNKNOWN_WEBHOOK(Kind.UNKNOWN),
    UNKNOWN_DELIVERY(Kind.UNKNOWN),
    WEBHOOK_URL_INVALID(Kind.RULE),
    WEBHOOK_NOT_HTTPS(Kind.RULE),
    WEBHOOK_HOST_UNKNOWN(Kind.RULE),
    WEBHOOK_ADDRESS_FORBIDDEN(Kind.RULE),
    TOO_MANY_WEBHOOKS(Kind.RULE);

    private final Kind kind;

    WebhookRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
