package io.minutebook.reporting.alerts;

import io.minutebook.billing.AccountId;

/**
 * Why an alert is raised, told from an event's own words.
 *
 * @param key tells it from all other causes of its kind
 */
record AlertCause(AlertKind kind, String key, AccountId accountId, String subject, String message) {

    String alertId() {
        return kind.slug() + ":" + key;
    }
}
