package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.DueEvents;
import java.time.Instant;
import java.util.List;

/** What time alone does to the chat plans of an account up to an instant, each thing at the instant it was due. */
record DueChat(AccountId accountId, Chat chat, Instant at) {

    List<ChatEvent> events() {
        var due = new DueEvents<ChatEvent>(at);
        for (var held : chat.notExpired()) {
            if (held.isPlan()) announce(held, due);
            var until = held.lease().until();
            due.add(until, held.id(), new ChatExpired(accountId, held.id(), until));
        }
        for (var trial : chat.trials()) {
            if (trial.ended()) continue;
            var until = trial.time().until();
            due.add(until, trial.id(), new ChatTrialEnded(accountId, trial.id(), until));
        }
        return due.inOrder();
    }

    private void announce(ChatResource plan, DueEvents<ChatEvent> due) {
        var until = plan.lease().until();
        for (var reminder : plan.lease().reminders()) {
            due.add(reminder.due(), plan.id(), new ChatExpiryAnnounced(
                    accountId, plan.id(), reminder.daysBefore(), reminder.due(), until));
        }
    }
}
