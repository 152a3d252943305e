package io.minutebook.billing.discounts;

import io.minutebook.billing.ProductCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Every promotion there ever was, in the order in which they were set. */
public record Promotions(List<Promotion> all) {

    public static final Promotions NONE = new Promotions(List.of());

    public Promotions {
        all = List.copyOf(all);
    }

    /** Saying the same again changes nothing. */
    Optional<PromotionSet> set(SetPromotion command) {
        var said = command.promotion();
        return named(said.name()).filter(said::repeats).isPresent()
                ? Optional.empty()
                : Optional.of(new PromotionSet(said));
    }

    /** As it was said last. */
    Optional<Promotion> named(String name) {
        return all.reversed().stream().filter(promotion -> promotion.name().equals(name)).findFirst();
    }

    public Promotions evolve(PromotionSet event) {
        var more = new ArrayList<>(all);
        more.add(event.promotion());
        return new Promotions(more);
    }

    /** Every begin and end of a promotion of the product. */
    Stream<Instant> changesOf(ProductCode product) {
        return all.stream()
                .filter(promotion -> promotion.isOn(product))
                .flatMap(promotion -> Stream.of(promotion.from(), promotion.until()))
                .filter(Objects::nonNull);
    }

    /** By what was said until then: of each name what was said last. */
    Stream<Promotion> inForceAt(ProductCode product, Instant at) {
        var last = new LinkedHashMap<String, Promotion>();
        for (var promotion : all) {
            if (promotion.isKnownAt(at)) last.put(promotion.name(), promotion);
        }
        return last.values().stream().filter(promotion -> promotion.isOn(product) && promotion.isInForceAt(at));
    }
}
