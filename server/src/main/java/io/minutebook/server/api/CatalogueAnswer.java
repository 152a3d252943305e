package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.catalogue.VolumeTier;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The price book as it is in force at an instant. */
record CatalogueAnswer(String version, Instant at, List<Item> products) {

    static CatalogueAnswer of(PriceBook book, Instant at) {
        return new CatalogueAnswer(
                book.version(), at, book.inForceAt(at).stream().map(Item::of).toList());
    }

    /**
     * A product on sale. A fixed pack has minutes, a price per minute and its list price; a custom pack has a
     * minimum, a step and the tiers, of which one sets the price of a whole volume.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            ProductCode product,
            Family family,
            Meter meter,
            @Nullable Minutes minutes,
            @Nullable UnitPrice unitPrice,
            @Nullable Money listPrice,
            @Nullable Minutes minimum,
            @Nullable Minutes step,
            @Nullable List<Tier> tiers) {

        static Item of(Product product) {
            return switch (product) {
                case FixedPack pack -> fixed(pack);
                case CustomPack pack -> custom(pack);
            };
        }

        private static Item fixed(FixedPack pack) {
            var price = Money.rounded(pack.unitPrice().times(pack.minutes().value()));
            return new Item(
                    pack.code(),
                    pack.family(),
                    pack.meter(),
                    pack.minutes(),
                    pack.unitPrice(),
                    price,
                    null,
                    null,
                    null);
        }

        private static Item custom(CustomPack pack) {
            return new Item(
                    pack.code(),
                    pack.family(),
                    pack.meter(),
                    null,
                    null,
                    null,
                    pack.minimum(),
                    pack.step(),
                    pack.tiers().stream().map(Tier::of).toList());
        }
    }

    /** The price of a minute for volumes in [from, below); below is absent on the highest tier. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tier(Minutes from, @Nullable Minutes below, UnitPrice unitPrice) {

        static Tier of(VolumeTier tier) {
            return new Tier(tier.from(), tier.below(), tier.unitPrice());
        }
    }
}
