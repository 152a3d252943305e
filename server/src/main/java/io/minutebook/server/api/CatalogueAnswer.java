package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.Edition;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.MessagePack;
import io.minutebook.billing.catalogue.NumberRent;
import io.minutebook.billing.catalogue.Periods;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.catalogue.RegionPrice;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.catalogue.TermPrice;
import io.minutebook.billing.catalogue.VolumeTier;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.Region;
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
     * minimum, a maximum, a step and the tiers, of which one sets the price of a whole volume. All else is sold by
     * quantity at a price by term, by month or by region.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            ProductCode product,
            Family family,
            @Nullable Meter meter,
            @Nullable Minutes minutes,
            @Nullable UnitPrice unitPrice,
            @Nullable Money listPrice,
            @Nullable Minutes minimum,
            @Nullable Minutes step,
            @Nullable List<Tier> tiers,
            @Nullable Edition edition,
            @Nullable List<Price> prices,
            @Nullable Long seats,
            @Nullable Long licences,
            @Nullable Long messages,
            @Nullable Long maximum,
            @Nullable String promotion,
            @Nullable ProductCode upgradesTo) {

        static Item of(Product product) {
            return switch (product) {
                case FixedPack pack -> fixed(pack);
                case CustomPack pack -> custom(pack);
                case SeatPlan plan -> seats(
                        plan, plan.edition(), plan.prices(), plan.seats(), plan.maximum(), plan.upgradesTo());
                case SeatAddOn addOn -> seats(
                        addOn, addOn.edition(), addOn.prices(), addOn.seats(), addOn.maximum(), addOn.upgradesTo());
                case NumberRent rent -> number(rent);
                case ChatPlan plan -> chat(plan);
                case ChatLicence licence -> licence(licence);
                case MessagePack pack -> messages(pack);
            };
        }

        private static Item fixed(FixedPack pack) {
            var price = Money.rounded(pack.unitPrice().times(pack.minutes().value()));
            return new Item(
                    pack.code(), pack.family(), pack.meter(), pack.minutes(), pack.unitPrice(), price, null, null,
                    null, null, null, null, null, null, null, null, null);
        }

        private static Item custom(CustomPack pack) {
            var tiers = pack.tiers().stream().map(Tier::of).toList();
            return new Item(
                    pack.code(), pack.family(), pack.meter(), null, null, null, pack.minimum(), pack.step(), tiers,
                    null, null, null, null, null, pack.maximum().value(), null, null);
        }

        private static Item seats(
                Product product,
                Edition edition,
                List<TermPrice> prices,
                long seats,
                long maximum,
                @Nullable ProductCode upgradesTo) {
            return byQuantity(
                    product, edition, prices.stream().map(Price::of).toList(), seats, null, null, maximum, null,
                    upgradesTo);
        }

        private static Item number(NumberRent rent) {
            var months = rent.months();
            var price = new Price(Term.MONTH, null, rent.rent(), months.fewest(), months.most());
            return byQuantity(rent, null, List.of(price), null, null, null, rent.maximum(), null, null);
        }

        private static Item chat(ChatPlan plan) {
            var prices = plan.prices().stream().map(price -> Price.of(price, plan.months())).toList();
            return byQuantity(
                    plan, plan.edition(), prices, null, plan.licences(), plan.messages(), plan.maximum(), null,
                    plan.upgradesTo());
        }

        private static Item licence(ChatLicence licence) {
            var prices = licence.prices().stream().map(Price::ofMonth).toList();
            return byQuantity(
                    licence, null, prices, null, licence.licences(), null, licence.maximum(), null, null);
        }

        private static Item messages(MessagePack pack) {
            var prices = pack.prices().stream().map(Price::ofPack).toList();
            return byQuantity(pack, null, prices, null, null, pack.messages(), null, pack.promotion(), null);
        }

        private static Item byQuantity(
                Product product,
                @Nullable Edition edition,
                List<Price> prices,
                @Nullable Long seats,
                @Nullable Long licences,
                @Nullable Long messages,
                @Nullable Long maximum,
                @Nullable String promotion,
                @Nullable ProductCode upgradesTo) {
            return new Item(
                    product.code(), product.family(), null, null, null, null, null, null, null, edition, prices, seats,
                    licences, messages, maximum, promotion, upgradesTo);
        }
    }

    /** The price of one piece: for one term where there is one, in a region where regions differ. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Price(
            @Nullable Term term,
            @Nullable Region region,
            UnitPrice unitPrice,
            @Nullable Integer fewestPeriods,
            @Nullable Integer mostPeriods) {

        static Price of(TermPrice price) {
            var periods = price.periods();
            return new Price(price.term(), null, price.price(), periods.fewest(), periods.most());
        }

        static Price of(RegionPrice price, Periods months) {
            return new Price(Term.MONTH, price.region(), price.price(), months.fewest(), months.most());
        }

        static Price ofMonth(RegionPrice price) {
            return new Price(Term.MONTH, price.region(), price.price(), null, null);
        }

        static Price ofPack(RegionPrice price) {
            return new Price(null, price.region(), price.price(), null, null);
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
