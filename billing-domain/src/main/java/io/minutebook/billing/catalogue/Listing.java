package io.minutebook.billing.catalogue;

import java.util.List;

/**
 * The rows of one product from one day on: one for a fixed pack or a number, one per tier for a custom pack, one per
 * term or region for the others.
 */
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
        rows.forEach(PriceRow::requireOnlyItsColumns);
        var row = first();
        return row.checked(() -> switch (row.kind()) {
            case FIXED_PACK -> fixedPack(row);
            case CUSTOM_PACK -> customPack(row);
            case SEAT_PLAN -> seatPlan(row);
            case SEAT_ADD_ON -> seatAddOn(row);
            case NUMBER -> number(row);
            case CHAT_PLAN -> chatPlan(row);
            case CHAT_LICENCE -> chatLicence(row);
            case MESSAGE_PACK -> messagePack(row);
        });
    }

    private void requireAgreement() {
        for (var row : rows) {
            if (row.agreesWith(first())) continue;
            throw row.broken("contradicts line " + first().line() + " about the same product and day");
        }
        if (rows.size() > 1 && first().kind().isOneRow()) {
            throw rows.get(1).broken("repeats the product of line " + first().line());
        }
    }

    private static FixedPack fixedPack(PriceRow row) {
        return new FixedPack(row.code(), row.family(), row.meter(), row.minutes(Column.MINUTES), row.unitPrice());
    }

    private CustomPack customPack(PriceRow row) {
        return new CustomPack(
                row.code(),
                row.family(),
                row.meter(),
                row.minutes(Column.MINIMUM),
                row.minutes(Column.MAXIMUM),
                row.minutes(Column.STEP),
                rows.stream().map(PriceRow::tier).toList());
    }

    private SeatPlan seatPlan(PriceRow row) {
        return new SeatPlan(
                row.code(),
                row.family(),
                row.edition(),
                row.number(Column.INCLUDED),
                row.number(Column.MAXIMUM),
                termPrices(),
                row.upgradesTo());
    }

    private SeatAddOn seatAddOn(PriceRow row) {
        return new SeatAddOn(
                row.code(),
                row.family(),
                row.edition(),
                row.number(Column.INCLUDED),
                row.number(Column.MAXIMUM),
                termPrices(),
                row.upgradesTo());
    }

    private static NumberRent number(PriceRow row) {
        return new NumberRent(
                row.code(), row.family(), row.unitPrice(), row.periods(), row.number(Column.MAXIMUM));
    }

    private ChatPlan chatPlan(PriceRow row) {
        return new ChatPlan(
                row.code(),
                row.family(),
                row.edition(),
                row.number(Column.INCLUDED),
                row.number(Column.MESSAGES),
                row.periods(),
                row.number(Column.MAXIMUM),
                regionPrices(),
                row.upgradesTo());
    }

    private ChatLicence chatLicence(PriceRow row) {
        return new ChatLicence(
                row.code(), row.family(), row.number(Column.INCLUDED), row.number(Column.MAXIMUM), regionPrices());
    }

    private MessagePack messagePack(PriceRow row) {
        return new MessagePack(
                row.code(), row.family(), row.number(Column.MESSAGES), regionPrices(), row.promotion());
    }

    private List<TermPrice> termPrices() {
        return rows.stream().map(PriceRow::termPrice).toList();
    }

    private List<RegionPrice> regionPrices() {
        return rows.stream().map(PriceRow::regionPrice).toList();
    }
}
