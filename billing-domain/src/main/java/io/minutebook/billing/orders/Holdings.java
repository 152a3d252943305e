package io.minutebook.billing.orders;

import io.minutebook.billing.chat.Chat;
import io.minutebook.billing.seats.Seats;

/** What an account has that an order may extend, and whether it ever rented a number. */
public record Holdings(Seats seats, Chat chat, boolean hasRentedNumber) {

    public static final Holdings NONE = new Holdings(Seats.NONE, Chat.NONE, false);
}
