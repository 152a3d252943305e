package io.minutebook.reporting.prices;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.discounts.AccountPriceSet;
import io.minutebook.billing.discounts.OwnPrice;
import io.minutebook.billing.discounts.Promotion;
import io.minutebook.billing.discounts.PromotionSet;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import io.minutebook.reporting.paging.MalformedCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every own price and every promotion that was ever set, newest first; answered from their events, which are few. */
public final class PriceHistory {

    private final LedgerEvents events;

    public PriceHistory(LedgerEvents events) {
        this.events = events;
    }

    public Listing<SetBy<OwnPrice>> ofAccount(AccountId accountId, @Nullable String after, int limit) {
        var all = new ArrayList<SetBy<OwnPrice>>();
        events.causesOf("prices-" + accountId, (event, actor) ->
                all.add(new SetBy<>(((AccountPriceSet) event).price(), actor)));
        return page(all, after, limit);
    }

    public Listing<SetBy<Promotion>> ofPromotions(@Nullable String after, int limit) {
        var all = new ArrayList<SetBy<Promotion>>();
        events.causesOf("promotions-all", (event, actor) ->
                all.add(new SetBy<>(((PromotionSet) event).promotion(), actor)));
        return page(all, after, limit);
    }

    /** The cursor is how many are older than the page. */
    private static <T> Listing<T> page(List<T> oldestFirst, @Nullable String after, int limit) {
        int end = after == null ? oldestFirst.size() : place(after, oldestFirst.size());
        int start = Math.max(0, end - limit);
        var next = start == 0 ? null : Cursor.at(Integer.toString(start)).encoded();
        return new Listing<>(oldestFirst.subList(start, end).reversed(), next);
    }

    private static int place(String after, int most) {
        try {
            int place = Integer.parseInt(Cursor.decode(after, 1).key().getFirst());
            if (place > 0 && place <= most) return place;
        } catch (NumberFormatException notOurs) {
            throw new MalformedCursor(notOurs);
        }
        throw new MalformedCursor();
    }
}
