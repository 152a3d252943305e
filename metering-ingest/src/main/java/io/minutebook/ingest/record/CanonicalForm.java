package io.minutebook.ingest.record;

import java.util.UUID;

/**
 * A record as it was read, in one spelling: equal for the same record, however it was sent. Fields stand in
 * the order they are read, one without a value is left out, and the fingerprint is kept for ever: a new order
 * or spelling would turn every duplicate into a conflict.
 */
final class CanonicalForm {

    private static final int USUAL_LENGTH = 1024;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

    void note(String name, String value) {
        text.append(name).append('=').append(value.length()).append(':').append(value).append('\n');
    }

    UUID fingerprint() {
        return Fingerprint.of(toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
