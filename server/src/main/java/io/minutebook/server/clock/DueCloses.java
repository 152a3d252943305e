package io.minutebook.server.clock;

import java.time.Instant;
import java.util.Optional;

/** Months that are closed because their time has come. */
public interface DueCloses {

    /** When the next one falls due, where that is by this instant. */
    Optional<Instant> dueBy(Instant instant);

    /** Closes what is due at that instant; when it returns, the final files are written. */
    void carryOut(Instant due);
}
