package io.minutebook.server.api;

import io.minutebook.server.clock.DueWork;
import io.minutebook.server.clock.LedgerClock;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The test clock, where it is on. */
@RestController
@Tag(name = ApiTag.LEDGER)
@RequestMapping("/api/v1/clock")
class ClockController {

    private final LedgerClock clock;
    private final DueWork dueWork;

    ClockController(LedgerClock clock, DueWork dueWork) {
        this.clock = clock;
        this.dueWork = dueWork;
    }

    @GetMapping
    @Operation(
            operationId = "getClock",
            summary = "The time of the test clock",
            description = "It ticks on from where it was put. A ledger in real time has none.")
    @Refuses("CLOCK_OFF")
    ClockAnswer now() {
        clock.requireAdjustable();
        return new ClockAnswer(clock.instant());
    }

    /** Answers when everything due by then is done and shown. */
    @PutMapping
    @Operation(
            operationId = "moveClock",
            summary = "Move the test clock on",
            description = "Whatever falls due on the way is done at its instant, in time order, and "
                    + "shown before the answer. Records still on Kafka are not waited for.")
    @Refuses({"CLOCK_OFF", "CLOCK_BACKWARDS"})
    ClockAnswer move(@RequestBody ClockBody body) {
        clock.requireAdjustable();
        dueWork.moveClock(Fields.given("now", body.now()));
        return new ClockAnswer(clock.instant());
    }
}
