package io.minutebook.billing.catalogue;

import io.minutebook.billing.usage.MessagePromotion;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.List;

/** Bot messages are free in a region while the price book lists packs of them at 0 there. */
public final class ListedPromotion implements MessagePromotion {

    private final List<Offer> messagePacks;

    public ListedPromotion(PriceBook priceBook) {
        this.messagePacks = priceBook.offers().stream()
                .filter(offer -> offer.product() instanceof MessagePack)
                .toList();
    }

    @Override
    public boolean isInForce(Region region, Instant at) {
        return messagePacks.stream().filter(offer -> offer.isInForceAt(at)).anyMatch(offer -> isFree(offer, region));
    }

    private static boolean isFree(Offer offer, Region region) {
        return ((MessagePack) offer.product()).price(region).filter(price -> price.yuan().signum() == 0).isPresent();
    }
}
