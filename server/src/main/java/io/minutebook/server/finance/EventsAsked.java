package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.language.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of an account's events are to be shown, newest first.
 *
 * @param account null where the address names none
 * @param type the feature that they are of; empty for all
 * @param before events lie below this position; null for the last ones
 */
record EventsAsked(Language language, @Nullable AccountId account, String type, @Nullable Long before) implements Shown {

    /** The features that events are named by, in the order they are offered. */
    static final List<String> TYPES = List.of(
            "account", "orders", "packs", "usage", "refunds", "corrections", "discounts", "seats", "numbers", "chat",
            "entitlements");

    @Override
    public EventsAsked in(Language other) {
        return new EventsAsked(other, account, type, before);
    }

    EventsAsked before(@Nullable Long position) {
        return new EventsAsked(language, account, type, position);
    }

    @Override
    public String address() {
        return new Address("/finance/events")
                .with("lang", lang())
                .with("account", account)
                .with("type", type)
                .with("before", before)
                .toString();
    }

    @Override
    public String home() {
        return new Address("/finance").with("lang", lang()).toString();
    }
}
