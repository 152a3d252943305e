package io.minutebook.server.api;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.MessagePack;
import io.minutebook.billing.catalogue.NumberRent;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.catalogue.RegionPrice;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.catalogue.TermPrice;
import io.minutebook.billing.catalogue.VolumeTier;
import io.minutebook.billing.usage.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A price of one unit of a product, for the volume, term or region that it is listed for. */
record ListedPrice(
        @Nullable Minutes from,
        @Nullable Minutes below,
        @Nullable Term term,
        @Nullable Region region,
        UnitPrice unitPrice) {

    static List<ListedPrice> of(Product product) {
        return switch (product) {
            case FixedPack pack -> List.of(new ListedPrice(null, null, null, null, pack.unitPrice()));
            case CustomPack pack -> pack.tiers().stream().map(ListedPrice::of).toList();
            case SeatPlan plan -> plan.prices().stream().map(ListedPrice::of).toList();
            case SeatAddOn addOn -> addOn.prices().stream().map(ListedPrice::of).toList();
            case NumberRent rent -> List.of(new ListedPrice(null, null, Term.MONTH, null, rent.rent()));
            case ChatPlan plan -> plan.prices().stream().map(price -> of(price, Term.MONTH)).toList();
            case ChatLicence licence -> licence.prices().stream().map(price -> of(price, Term.MONTH)).toList();
            case MessagePack pack -> pack.prices().stream().map(price -> of(price, null)).toList();
        };
    }

    private static ListedPrice of(VolumeTier tier) {
        return new ListedPrice(tier.from(), tier.below(), null, null, tier.unitPrice());
    }

    private static ListedPrice of(TermPrice price) {
        return new ListedPrice(null, null, price.term(), null, price.price());
    }

    private static ListedPrice of(RegionPrice price, @Nullable Term term) {
        return new ListedPrice(null, null, term, price.region(), price.price());
    }

    /** How many months one unit price is for. */
    long months() {
        return term == null ? 1 : term.months(1);
    }
}
