package io.minutebook.billing.usage;

/** What a leg carries. */
public enum MediaType {
    AUDIO,
    VIDEO
}
