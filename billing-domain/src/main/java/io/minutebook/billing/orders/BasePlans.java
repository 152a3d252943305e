package io.minutebook.billing.orders;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Lease;
import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.MessagePack;
import io.minutebook.billing.catalogue.NumberRent;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.chat.ChatResource;
import io.minutebook.billing.seats.SeatResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The plans that the add-ons of an order may extend: those that are held, and those of the order itself. */
final class BasePlans {

    private final List<BasePlan> seatPlans = new ArrayList<>();
    private final List<BasePlan> chatPlans = new ArrayList<>();
    private final Instant at;

    BasePlans(List<SoldItem> items, Instant at, Holdings holdings) {
        this.at = at;
        holdings.seats().plansAt(at).forEach(this::addHeld);
        holdings.chat().plansAt(at).forEach(this::addHeld);
        items.forEach(this::addOrdered);
    }

    private void addHeld(SeatResource plan) {
        seatPlans.add(new BasePlan(plan.applicationId(), plan.edition(), null, plan.id(), -1, plan.lease()));
    }

    private void addHeld(ChatResource plan) {
        var edition = Objects.requireNonNull(plan.edition());
        chatPlans.add(new BasePlan(plan.applicationId(), edition, plan.region(), plan.id(), -1, plan.lease()));
    }

    private void addOrdered(SoldItem sold) {
        switch (sold.product()) {
            case SeatPlan plan -> seatPlans.add(new BasePlan(
                    sold.applicationId(), plan.edition(), null, null, sold.firstLine(), Lease.of(sold.seatTerm(at))));
            case ChatPlan plan -> chatPlans.add(new BasePlan(
                    sold.applicationId(), plan.edition(), sold.region(), null, sold.firstLine(),
                    Lease.of(sold.chatTerm(at))));
            case FixedPack _, CustomPack _, SeatAddOn _, NumberRent _, ChatLicence _, MessagePack _ -> {}
        }
    }

    /** The plans that what is sold may extend, judged rule by rule. */
    PlanSearch searchFor(SoldItem sold) {
        return switch (sold.product()) {
            case SeatAddOn addOn -> seatPlanFor(sold, addOn.edition());
            case ChatLicence _ -> chatPlanFor(sold, plan -> hasMonths(plan, sold.item().months()));
            case MessagePack _ -> chatPlanFor(sold, _ -> true);
            case FixedPack _, CustomPack _, SeatPlan _, NumberRent _, ChatPlan _ -> PlanSearch.NONE_NEEDED;
        };
    }

    private PlanSearch seatPlanFor(SoldItem sold, Edition edition) {
        var ofApplication = seatPlans.stream()
                .filter(plan -> plan.applicationId() == sold.applicationId())
                .toList();
        var ofEdition = ofApplication.stream()
                .filter(plan -> plan.edition() == edition)
                .toList();
        var ofTerm = ofEdition.stream()
                .filter(plan -> hasTerm(plan, sold.item()))
                .toList();
        return new PlanSearch(true, ofApplication, ofEdition, ofTerm);
    }

    private boolean hasTerm(BasePlan plan, OrderItem item) {
        var current = plan.lease().termAt(at);
        return (item.term() == null || item.term() == current.unit())
                && (item.periods() == null || item.periods() == current.periods());
    }

    private PlanSearch chatPlanFor(SoldItem sold, Predicate<BasePlan> hasTerm) {
        var ofRegion = chatPlans.stream()
                .filter(plan -> plan.applicationId() == sold.applicationId())
                .filter(plan -> plan.region() == sold.region())
                .toList();
        return new PlanSearch(true, ofRegion, ofRegion, ofRegion.stream().filter(hasTerm).toList());
    }

    private boolean hasMonths(BasePlan plan, @Nullable Long months) {
        return months == null || months == plan.lease().termAt(at).months();
    }
}
