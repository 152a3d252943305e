package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.DueEvents;
import java.time.Instant;
import java.util.List;

/** What time alone does to the seats of an account up to an instant, each thing at the instant it was due. */
record DueSeats(AccountId accountId, Seats seats, Instant at) {

    List<SeatEvent> events() {
        var due = new DueEvents<SeatEvent>(at);
        for (var held : seats.notExpired()) {
            if (held.isPlan()) announce(held, due);
            var until = held.lease().until();
            due.add(until, held.id(), new SeatsExpired(accountId, held.id(), until));
        }
        for (var trial : seats.trials()) {
            if (trial.ended()) continue;
            var until = trial.time().until();
            due.add(until, trial.id(), new SeatTrialEnded(accountId, trial.id(), until));
        }
        return due.inOrder();
    }

    private void announce(SeatResource plan, DueEvents<SeatEvent> due) {
        var until = plan.lease().until();
        for (var reminder : plan.lease().reminders()) {
            due.add(reminder.due(), plan.id(), new SeatsExpiryAnnounced(
                    accountId, plan.id(), reminder.daysBefore(), reminder.due(), until));
        }
    }
}
