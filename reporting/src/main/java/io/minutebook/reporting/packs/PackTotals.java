package io.minutebook.reporting.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.usage.Meter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All packs of one name together: granted = drawn + expired + refunded + remaining.
 *
 * @param packs how many there are
 * @param earliestLastDay the last day of the pack that ends first
 * @param latestLastDay the last day of the pack that ends last
 */
public record PackTotals(
        ProductCode product,
        Meter meter,
        long packs,
        Minutes granted,
        Minutes drawn,
        Minutes expired,
        Minutes refunded,
        Minutes remaining,
        LocalDate earliestLastDay,
        LocalDate latestLastDay) {

    private record Name(ProductCode product, Meter meter) {}

    /** By meter and name. */
    public static List<PackTotals> of(List<PackView> packs) {
        var named = packs.stream().collect(Collectors.groupingBy(pack -> new Name(pack.product(), pack.meter())));
        return named.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(PackTotals::meter).thenComparing(totals -> totals.product().value()))
                .toList();
    }

    private static PackTotals of(Name name, Collection<PackView> packs) {
        var lastDays = packs.stream().map(PackView::lastDay).sorted().toList();
        return new PackTotals(
                name.product(),
                name.meter(),
                packs.size(),
                sum(packs, PackView::granted),
                sum(packs, PackView::drawn),
                sum(packs, PackView::expired),
                sum(packs, PackView::refunded),
                sum(packs, PackView::remaining),
                lastDays.getFirst(),
                lastDays.getLast());
    }

    private static Minutes sum(Collection<PackView> packs, Function<PackView, Minutes> part) {
        return packs.stream().map(part).reduce(Minutes.ZERO, Minutes::plus);
    }
}
