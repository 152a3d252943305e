package io.minutebook.server.webhooks;

/** What a webhook is called among those of its owner: 1 to 40 letters, digits or hyphens. */
public record WebhookName(String value) {

    public static final String PATTERN = "[A-Za-z0-9-]{1,40}";

    public WebhookName {
        if (!isValid(value)) throw new IllegalArgumentException("not a webhook's name: " + value);
    }

    public static boolean isValid(String text) {
        return text.matches(PATTERN);
    }

    @Override
    public String toString() {
        return value;
    }
}
