package io.minutebook.billing.orders;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PricingRefusal;
import io.minutebook.billing.catalogue.Product;
import java.time.Instant;

/** The price book and the discounts at an instant, for who must buy a product that he knows. */
record Sale(PriceBook priceBook, PriceTag tag) {

    Instant at() {
        return tag.at();
    }

    <P extends Product> P product(ProductCode code, Class<P> kind) {
        if (!priceBook.knows(code)) {
            throw new Refused(
                    PricingRefusal.UNKNOWN_PRODUCT, code + " is not a product; the catalogue lists them.");
        }
        return priceBook.find(code, at())
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> notOnSale(code));
    }

    static Refused notOnSale(ProductCode code) {
        return new Refused(
                PricingRefusal.PRODUCT_NOT_ON_SALE, code + " is not on sale now; choose one of the catalogue.");
    }
}
