package io.minutebook.billing.orders;

import io.minutebook.billing.Edition;
import io.minutebook.billing.PackId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.MessagePack;
import io.minutebook.billing.catalogue.NumberRent;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.chat.ChatMonths;
import io.minutebook.billing.chat.ChatPlanBought;
import io.minutebook.billing.chat.ChatRenewed;
import io.minutebook.billing.chat.ChatUpgraded;
import io.minutebook.billing.chat.LicencesBought;
import io.minutebook.billing.chat.MessageAllowance;
import io.minutebook.billing.chat.MessagePackBought;
import io.minutebook.billing.numbers.NumberEvent;
import io.minutebook.billing.numbers.NumberRenewed;
import io.minutebook.billing.numbers.NumberRented;
import io.minutebook.billing.packs.GrantPack;
import io.minutebook.billing.seats.AddOnBought;
import io.minutebook.billing.seats.PlanBought;
import io.minutebook.billing.seats.SeatEvent;
import io.minutebook.billing.seats.SeatsRenewed;
import io.minutebook.billing.seats.SeatsUpgraded;
import io.minutebook.billing.usage.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the lines of a paid order deliver, sorted by who keeps it. */
final class Delivery {

    private final OrderPlaced order;
    private final Holdings holdings;
    private final boolean automatic;
    private final List<SeatEvent> seats = new ArrayList<>();
    private final List<ChatEvent> chat = new ArrayList<>();
    private final List<NumberEvent> numbers = new ArrayList<>();
    private final List<GrantPack> packs = new ArrayList<>();

    /** Of an order with the quote that it was priced by; automatic where nobody asked for it. */
    Delivery(OrderPlaced order, Quote quote, Holdings holdings, boolean automatic) {
        this.order = order;
        this.holdings = holdings;
        this.automatic = automatic;
        for (int i = 0; i < order.lines().size(); i++) add(quote.lines().get(i), order.lines().get(i));
    }

    List<SeatEvent> seats() {
        return seats;
    }

    List<ChatEvent> chat() {
        return chat;
    }

    List<NumberEvent> numbers() {
        return numbers;
    }

    /** The account rented none before. */
    boolean isFirstNumber() {
        return !holdings.hasRentedNumber() && numbers.stream().anyMatch(NumberRented.class::isInstance);
    }

    List<GrantPack> packs() {
        return packs;
    }

    private void add(QuotedLine quoted, OrderLine line) {
        switch (quoted.sold()) {
            case FixedPack _, CustomPack _ -> packs.add(packOf(line));
            case MessagePack _ -> chat.add(messagesOf(line));
            case SeatPlan plan -> seats.add(seatPlan(plan, line));
            case SeatAddOn addOn -> seats.add(seatAddOn(addOn, line));
            case ChatPlan plan -> chat.add(chatPlan(plan, line));
            case ChatLicence licence -> chat.add(licences(licence, line));
            case NumberRent _ -> numbers.add(number(line));
        }
    }

    private GrantPack packOf(OrderLine line) {
        return new GrantPack(
                order.accountId(),
                Objects.requireNonNull(line.meter()),
                new PackId(line.resourceId()),
                line.product(),
                Objects.requireNonNull(line.minutes()),
                line.unitPrice(),
                line.validFrom(),
                line.validUntil(),
                order.orderId());
    }

    private MessagePackBought messagesOf(OrderLine line) {
        var grant = Objects.requireNonNull(line.messages());
        return new MessagePackBought(
                order.accountId(),
                order.orderId(),
                idOf(line),
                grant.applicationId(),
                grant.region(),
                line.product(),
                grant.messages(),
                line.unitPrice(),
                line.validFrom(),
                line.validUntil());
    }

    private SeatEvent seatPlan(SeatPlan plan, OrderLine line) {
        return switch (line.transaction()) {
            case PURCHASE -> new PlanBought(
                    order.accountId(),
                    order.orderId(),
                    idOf(line),
                    applicationOf(line),
                    line.product(),
                    plan.edition(),
                    line.quantity(),
                    plan.seats() * line.quantity(),
                    termOf(line));
            case RENEWAL -> seatsRenewed(line);
            case UPGRADE -> seatsUpgraded(plan.edition(), line);
        };
    }

    private SeatEvent seatAddOn(SeatAddOn addOn, OrderLine line) {
        return switch (line.transaction()) {
            case PURCHASE -> new AddOnBought(
                    order.accountId(),
                    order.orderId(),
                    idOf(line),
                    planOf(line),
                    applicationOf(line),
                    line.product(),
                    addOn.edition(),
                    line.quantity(),
                    addOn.seats() * line.quantity(),
                    termOf(line));
            case RENEWAL -> seatsRenewed(line);
            case UPGRADE -> seatsUpgraded(addOn.edition(), line);
        };
    }

    private SeatsRenewed seatsRenewed(OrderLine line) {
        return new SeatsRenewed(order.accountId(), order.orderId(), idOf(line), order.placedAt(), termOf(line));
    }

    private SeatsUpgraded seatsUpgraded(Edition edition, OrderLine line) {
        return new SeatsUpgraded(
                order.accountId(),
                order.orderId(),
                idOf(line),
                line.product(),
                edition,
                order.placedAt(),
                line.validUntil(),
                line.amount());
    }

    private ChatEvent chatPlan(ChatPlan plan, OrderLine line) {
        long messages = plan.messages() * line.quantity();
        return switch (line.transaction()) {
            case PURCHASE -> new ChatPlanBought(
                    order.accountId(),
                    order.orderId(),
                    idOf(line),
                    applicationOf(line),
                    regionOf(line),
                    line.product(),
                    plan.edition(),
                    line.quantity(),
                    plan.licences() * line.quantity(),
                    termOf(line),
                    new ChatMonths(line.validFrom()).allowances(0, termOf(line).months(), messages));
            case RENEWAL -> chatRenewed(line, allowances(line, messages));
            case UPGRADE -> new ChatUpgraded(
                    order.accountId(),
                    order.orderId(),
                    idOf(line),
                    line.product(),
                    plan.edition(),
                    order.placedAt(),
                    line.validUntil(),
                    line.amount());
        };
    }

    private List<MessageAllowance> allowances(OrderLine line, long messages) {
        var lease = holdings.chat().find(idOf(line)).orElseThrow().lease();
        return new ChatMonths(lease.from()).allowances(lease.months(), termOf(line).months(), messages);
    }

    private ChatEvent licences(ChatLicence licence, OrderLine line) {
        return switch (line.transaction()) {
            case PURCHASE -> new LicencesBought(
                    order.accountId(),
                    order.orderId(),
                    idOf(line),
                    planOf(line),
                    applicationOf(line),
                    regionOf(line),
                    line.product(),
                    line.quantity(),
                    licence.licences() * line.quantity(),
                    termOf(line));
            case RENEWAL -> chatRenewed(line, List.of());
            case UPGRADE -> throw new IllegalStateException("licences have no edition");
        };
    }

    private ChatRenewed chatRenewed(OrderLine line, List<MessageAllowance> allowances) {
        return new ChatRenewed(
                order.accountId(),
                order.orderId(),
                idOf(line),
                applicationOf(line),
                regionOf(line),
                order.placedAt(),
                termOf(line),
                allowances);
    }

    private NumberEvent number(OrderLine line) {
        return switch (line.transaction()) {
            case PURCHASE -> new NumberRented(
                    order.accountId(),
                    order.orderId(),
                    idOf(line),
                    line.product(),
                    termOf(line),
                    Boolean.TRUE.equals(subscriptionOf(line).autoRenew()));
            case RENEWAL -> new NumberRenewed(
                    order.accountId(), order.orderId(), idOf(line), order.placedAt(), automatic, termOf(line));
            case UPGRADE -> throw new IllegalStateException("numbers have no edition");
        };
    }

    private static ResourceId idOf(OrderLine line) {
        return new ResourceId(line.resourceId());
    }

    private static Subscription subscriptionOf(OrderLine line) {
        return Objects.requireNonNull(line.subscription());
    }

    private static ResourceId planOf(OrderLine line) {
        return Objects.requireNonNull(subscriptionOf(line).planId());
    }

    private static long applicationOf(OrderLine line) {
        return Objects.requireNonNull(subscriptionOf(line).applicationId());
    }

    private static Region regionOf(OrderLine line) {
        return Objects.requireNonNull(subscriptionOf(line).region());
    }

    private static PaidTerm termOf(OrderLine line) {
        var paid = subscriptionOf(line);
        return new PaidTerm(line.validFrom(), line.validUntil(), paid.term(), paid.periods(), line.amount());
    }
}
