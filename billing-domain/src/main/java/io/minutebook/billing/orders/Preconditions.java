package io.minutebook.billing.orders;

import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.MessagePack;
import io.minutebook.billing.catalogue.NumberRent;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which preconditions an order leaves open, as far as the ledger can tell: what was bought elsewhere, an own number or
 * a verified enterprise, it does not know.
 */
record Preconditions(List<SoldItem> items, Instant at, Holdings holdings) {

    /** In the order in which they are declared, each once. */
    List<Precondition> open() {
        return Stream.of(Precondition.values()).filter(this::isOpen).toList();
    }

    private boolean isOpen(Precondition precondition) {
        return switch (precondition) {
            case SEATS_FIRST -> items.stream().anyMatch(Preconditions::isOfCalls) && !hasSeats();
            case NUMBER_FIRST -> items.stream().anyMatch(Preconditions::needsNumber) && !hasNumber();
        };
    }

    private boolean hasSeats() {
        return holdings.seats().isBaseAt(at) || items.stream().anyMatch(item -> item.product() instanceof SeatPlan);
    }

    private boolean hasNumber() {
        return holdings.hasRentedNumber() || items.stream().anyMatch(item -> item.product() instanceof NumberRent);
    }

    private static boolean isOfCalls(SoldItem item) {
        return switch (item.product()) {
            case FixedPack _, CustomPack _, NumberRent _ -> true;
            case SeatPlan _, SeatAddOn _, ChatPlan _, ChatLicence _, MessagePack _ -> false;
        };
    }

    private static boolean needsNumber(SoldItem item) {
        return switch (item.product()) {
            case FixedPack pack -> needsNumber(pack.meter());
            case CustomPack pack -> needsNumber(pack.meter());
            case SeatPlan _, SeatAddOn _, NumberRent _, ChatPlan _, ChatLicence _, MessagePack _ -> false;
        };
    }

    private static boolean needsNumber(Meter meter) {
        return meter == Meter.LANDLINE_OUTBOUND || meter == Meter.TOLL_FREE_INBOUND;
    }
}
