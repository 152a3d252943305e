package io.minutebook.server.api;

import io.minutebook.server.webhooks.Attempt;
import org.jspecify.annotations.Nullable;

/** What the receiver made of a test. */
record WebhookTestAnswer(
        boolean taken, @Nullable Integer status, @Nullable String error, long durationMillis) {

    static WebhookTestAnswer of(Attempt attempt) {
        return new WebhookTestAnswer(
                attempt.isTaken(), attempt.status(), attempt.error(), attempt.duration().toMillis());
    }
}
