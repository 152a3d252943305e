package io.minutebook.billing.catalogue;

import io.minutebook.billing.catalogue.PriceRow.Column;
import java.util.List;

/** The rows of one product from one day on: one for a fixed pack, one per tier for a custom pack. */
record Listing(List<PriceRow> rows) {

    Offer offer() {
        var product = product();
        return first().checked(() -> new Offer(product, first().from(), first().until()));
    }

    PriceRow first() {
        return rows.getFirst();
    }

    private Product product() {
        requireAgreement();
        return switch (first().kind()) {
            case FIXED_PACK -> fixedPack();
            case CUSTOM_PACK -> customPack();
        };
    }

    private void requireAgreement() {
        for (var row : rows) {
            if (row.agreesWith(first())) continue;
            throw row.broken("contradicts line " + first().line() + " about the same product and day");
        }
    }

    private FixedPack fixedPack() {
        if (rows.size() > 1) throw rows.get(1).broken("repeats the product of line " + first().line());
        var row = first();
        row.requireBlank(Column.MINIMUM, Column.STEP, Column.TIER_FROM, Column.TIER_BELOW);
        return row.checked(() -> new FixedPack(
                row.code(), row.family(), row.meter(), row.minutes(Column.MINUTES), row.unitPrice()));
    }

    private CustomPack customPack() {
        var row = first();
        row.requireBlank(Column.MINUTES);
        var tiers = rows.stream().map(PriceRow::tier).toList();
        return row.checked(() -> new CustomPack(
                row.code(),
                row.family(),
                row.meter(),
                row.minutes(Column.MINIMUM),
                row.minutes(Column.STEP),
                tiers));
    }
}
