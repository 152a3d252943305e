package io.minutebook.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The ledger's test clock as whoever moves it knows it: never ahead of what the servers go by. */
final class TestClock {

    private static final int BACKWARDS = 409;

    private final Api api;
    private volatile Duration ahead;

    TestClock(Api api) {
        this.api = api;
        this.ahead = Duration.between(Instant.now(), shown());
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }

    /** Sent again while there is no outcome; that it stands there already is one. */
    void moveTo(Instant target) {
        var answer = api.put("clock", "{\"now\":\"%s\"}".formatted(target));
        if (answer.status() == BACKWARDS) assertThat(shown()).isAfterOrEqualTo(target);
        else answer.good();
        ahead = Duration.between(Instant.now(), target);
    }

    private Instant shown() {
        return OffsetDateTime.parse(api.get("clock").path("now").asString()).toInstant();
    }
}
