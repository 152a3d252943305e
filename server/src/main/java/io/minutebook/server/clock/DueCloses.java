package io.minutebook.server.clock;

import java.time.Instant;
import java.util.Optional;

/** Months that are closed because their time has come. */
public interface DueCloses {

    /** The next one, where it falls due by this instant. */
    Optional<DueClose> dueBy(Instant instant);

    /** Closes that month, unless it is closed; when it returns, the final files are written. */
    void carryOut(DueClose due);
}
