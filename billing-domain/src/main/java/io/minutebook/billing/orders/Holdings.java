package io.minutebook.billing.orders;

import io.minutebook.billing.chat.Chat;
import io.minutebook.billing.seats.Seats;

/** What an account has that an order may extend. */
public record Holdings(Seats seats, Chat chat) {

    public static final Holdings NONE = new Holdings(Seats.NONE, Chat.NONE);
}
