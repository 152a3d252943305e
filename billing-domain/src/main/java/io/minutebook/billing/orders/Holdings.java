package io.minutebook.billing.orders;

import io.minutebook.billing.ResourceId;
import io.minutebook.billing.chat.Chat;
import io.minutebook.billing.seats.Seats;

/** What an account has that an order may extend, and whether it ever rented a number. */
public record Holdings(Seats seats, Chat chat, boolean hasRentedNumber) {

    public static final Holdings NONE = new Holdings(Seats.NONE, Chat.NONE, false);

    boolean hasTrial(ResourceId id) {
        return seats.trials().stream().anyMatch(trial -> trial.id().equals(id))
                || chat.trials().stream().anyMatch(trial -> trial.id().equals(id));
    }

    /** A plan, an add-on or a trial: all but numbers and packs. */
    boolean has(ResourceId id) {
        return seats.find(id).isPresent() || chat.find(id).isPresent() || hasTrial(id);
    }
}
