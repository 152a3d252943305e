package io.minutebook.server.api;

import io.minutebook.server.clock.DueWork;
import io.minutebook.server.clock.LedgerClock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The test clock, where it is on. */
@RestController
@RequestMapping("/api/v1/clock")
class ClockController {

    private final LedgerClock clock;
    private final DueWork dueWork;

    ClockController(LedgerClock clock, DueWork dueWork) {
        this.clock = clock;
        this.dueWork = dueWork;
    }

    @GetMapping
    ClockAnswer now() {
        clock.requireAdjustable();
        return new ClockAnswer(clock.instant());
    }

    /** Answers when everything due by then is done and shown. */
    @PutMapping
    ClockAnswer move(@RequestBody ClockBody body) {
        clock.requireAdjustable();
        dueWork.moveClock(Fields.given("now", body.now()));
        return new ClockAnswer(clock.instant());
    }
}
