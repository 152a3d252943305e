package io.minutebook.billing.orders;

import io.minutebook.billing.Edition;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.seats.AddOnBought;
import io.minutebook.billing.seats.PlanBought;
import io.minutebook.billing.seats.SeatEvent;
import io.minutebook.billing.seats.SeatsRenewed;
import io.minutebook.billing.seats.SeatsUpgraded;

/** What the lines of a paid order say about seats. */
record SeatFacts(OrderPlaced order) {

    SeatEvent plan(SeatPlan plan, OrderLine line) {
        return switch (line.transaction()) {
            case PURCHASE -> new PlanBought(
                    order.accountId(),
                    order.orderId(),
                    line.id(),
                    line.applicationId(),
                    line.product(),
                    plan.edition(),
                    line.quantity(),
                    plan.seats() * line.quantity(),
                    line.term());
            case RENEWAL -> renewed(line);
            case UPGRADE -> upgraded(plan.edition(), line);
        };
    }

    SeatEvent addOn(SeatAddOn addOn, OrderLine line) {
        return switch (line.transaction()) {
            case PURCHASE -> new AddOnBought(
                    order.accountId(),
                    order.orderId(),
                    line.id(),
                    line.planId(),
                    line.applicationId(),
                    line.product(),
                    addOn.edition(),
                    line.quantity(),
                    addOn.seats() * line.quantity(),
                    line.term());
            case RENEWAL -> renewed(line);
            case UPGRADE -> upgraded(addOn.edition(), line);
        };
    }

    private SeatsRenewed renewed(OrderLine line) {
        return new SeatsRenewed(order.accountId(), order.orderId(), line.id(), order.placedAt(), line.term());
    }

    private SeatsUpgraded upgraded(Edition edition, OrderLine line) {
        return new SeatsUpgraded(
                order.accountId(),
                order.orderId(),
                line.id(),
                line.product(),
                edition,
                order.placedAt(),
                line.validUntil(),
                line.amount());
    }
}
