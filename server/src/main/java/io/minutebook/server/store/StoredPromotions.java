package io.minutebook.server.store;

import io.minutebook.billing.discounts.PromotionBook;
import io.minutebook.billing.discounts.PromotionSet;
import io.minutebook.billing.discounts.Promotions;
import io.minutebook.billing.discounts.PromotionsAggregate;
import io.minutebook.reporting.feed.LedgerEvents;
import java.util.ArrayList;

/** The promotions as they are stored, read in the transaction of whoever asks. */
public final class StoredPromotions implements PromotionBook {

    private final LedgerEvents events;

    public StoredPromotions(LedgerEvents events) {
        this.events = events;
    }

    @Override
    public Promotions current() {
        var announced = new ArrayList<PromotionSet>();
        events.eachOf(PromotionsAggregate.STREAM, (event, _) -> announced.add((PromotionSet) event));
        var promotions = Promotions.NONE;
        for (var event : announced) promotions = promotions.evolve(event);
        return promotions;
    }
}
