package io.minutebook.billing.usage;

/** When speech was recognised. */
public enum RecognitionMode {
    REALTIME,
    OFFLINE
}
