package io.minutebook.billing.refunds;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ResourceState;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.util.List;

/** What is there of a resource when its money is asked back. */
public sealed interface Held {

    /** The first instant at which it is over by itself. */
    Instant validUntil();

    /** Whether it may still be used; what was given up may not, though its time is not over. */
    boolean isActiveAt(Instant instant);

    /** A pack of minutes; its unit price is that of the price list when it was bought. */
    record OfMinutes(Meter meter, Minutes drawn, UnitPrice unitPrice, Instant validUntil) implements Held {

        @Override
        public boolean isActiveAt(Instant instant) {
            return instant.isBefore(validUntil);
        }
    }

    /** A rented number with the terms paid for, one for each purchase. */
    record OfNumber(List<PaidTerm> terms, ResourceState state) implements Held {

        public OfNumber {
            terms = List.copyOf(terms);
        }

        @Override
        public Instant validUntil() {
            return terms.getLast().until();
        }

        @Override
        public boolean isActiveAt(Instant instant) {
            return state == ResourceState.ACTIVE && instant.isBefore(validUntil());
        }
    }

    /** A seat plan together with the add-ons of the order that bought it. */
    record OfSeats(Instant boughtAt, Instant validUntil, ResourceState state) implements Held {

        @Override
        public boolean isActiveAt(Instant instant) {
            return state == ResourceState.ACTIVE && instant.isBefore(validUntil);
        }
    }

    /** Whatever is never refunded by itself: add-ons, trials, chat, bot messages. */
    record OfNothing(String why, Instant validUntil) implements Held {

        @Override
        public boolean isActiveAt(Instant instant) {
            return instant.isBefore(validUntil);
        }
    }
}
