package io.minutebook.billing.orders;

import io.minutebook.billing.numbers.RentedNumber;
import java.util.List;

/** A number after all that was due, and the orders by which it was renewed on the way. */
public record SettledNumber(RentedNumber number, List<OrderPlaced> renewals) {

    public SettledNumber {
        renewals = List.copyOf(renewals);
    }
}
