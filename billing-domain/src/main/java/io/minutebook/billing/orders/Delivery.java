package io.minutebook.billing.orders;

import io.minutebook.billing.PackId;
import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.MessagePack;
import io.minutebook.billing.catalogue.NumberRent;
import io.minutebook.billing.catalogue.SeatAddOn;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.numbers.NumberEvent;
import io.minutebook.billing.numbers.NumberRenewed;
import io.minutebook.billing.numbers.NumberRented;
import io.minutebook.billing.packs.Grant;
import io.minutebook.billing.packs.GrantPack;
import io.minutebook.billing.seats.SeatEvent;
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
    private final List<Grant> grants = new ArrayList<>();

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

    /** Minute packs, message packs and the messages that plans include. */
    List<Grant> grants() {
        return grants;
    }

    private void add(QuotedLine quoted, OrderLine line) {
        var ofSeats = new SeatFacts(order);
        var ofChat = new ChatFacts(order, holdings.chat());
        switch (quoted.sold()) {
            case FixedPack _, CustomPack _ -> grants.add(pack(line));
            case SeatPlan plan -> seats.add(ofSeats.plan(plan, line));
            case SeatAddOn addOn -> seats.add(ofSeats.addOn(addOn, line));
            case ChatPlan plan -> addChat(ofChat.plan(plan, line), line);
            case ChatLicence licence -> chat.add(ofChat.licences(licence, line));
            case MessagePack _ -> addChat(ofChat.messages(line), line);
            case NumberRent _ -> numbers.add(number(line));
        }
    }

    private void addChat(ChatEvent event, OrderLine line) {
        chat.add(event);
        grants.addAll(MessageGrants.of(event, line.product()));
    }

    private GrantPack pack(OrderLine line) {
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

    private NumberEvent number(OrderLine line) {
        return switch (line.transaction()) {
            case PURCHASE -> new NumberRented(
                    order.accountId(),
                    order.orderId(),
                    line.id(),
                    line.product(),
                    line.term(),
                    Boolean.TRUE.equals(line.paidByTerm().autoRenew()));
            case RENEWAL -> new NumberRenewed(
                    order.accountId(), order.orderId(), line.id(), order.placedAt(), automatic, line.term());
            case UPGRADE -> throw new IllegalStateException("numbers have no edition");
        };
    }
}
