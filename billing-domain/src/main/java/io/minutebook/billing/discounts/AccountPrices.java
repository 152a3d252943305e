package io.minutebook.billing.discounts;

import io.minutebook.billing.ProductCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Every own price that was ever agreed with an account, in the order in which they were set. */
public record AccountPrices(List<OwnPrice> prices) {

    public static final AccountPrices NONE = new AccountPrices(List.of());

    public AccountPrices {
        prices = List.copyOf(prices);
    }

    /** Saying the same again changes nothing. */
    Optional<AccountPriceSet> set(SetAccountPrice command) {
        var said = new AccountPriceSet(
                command.accountId(), prices.size() + 1, command.product(), command.terms(), command.from(),
                command.until(), command.reason(), command.refundable(), command.at());
        return current().stream().anyMatch(said::repeats) ? Optional.empty() : Optional.of(said);
    }

    private List<OwnPrice> current() {
        return prices.stream().filter(price -> prices.stream().noneMatch(later -> later.replaces(price))).toList();
    }

    /** What stands of a product from an instant on, once it was set. */
    OwnPrice from(ProductCode product, Instant from) {
        return current().stream()
                .filter(price -> price.product().equals(product) && price.from().equals(from))
                .findFirst()
                .orElseThrow();
    }

    AccountPrices evolve(AccountPriceSet event) {
        var all = new ArrayList<>(prices);
        all.add(event.price());
        return new AccountPrices(all);
    }

    /** Every begin and end of a price of the product. */
    Stream<Instant> changesOf(ProductCode product) {
        return prices.stream()
                .filter(price -> price.product().equals(product))
                .flatMap(price -> Stream.of(price.from(), price.until()))
                .filter(Objects::nonNull);
    }

    /**
     * The price that the account has at that instant, by what was said until then: of several in force the one that
     * was set last.
     */
    Optional<OwnPrice> inForceAt(ProductCode product, Instant at) {
        var known = new AccountPrices(prices.stream()
                .filter(price -> price.product().equals(product) && price.isKnownAt(at))
                .toList());
        return known.current().stream()
                .filter(price -> price.isInForceAt(at))
                .max(Comparator.comparingInt(OwnPrice::number));
    }
}
