package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.PayOrder;
import io.minutebook.billing.account.PayableLine;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.chat.Chat;
import io.minutebook.billing.chat.ReadChat;
import io.minutebook.billing.chat.RecordChat;
import io.minutebook.billing.discounts.Discounts;
import io.minutebook.billing.numbers.AskNumberHolder;
import io.minutebook.billing.numbers.NumberEvent;
import io.minutebook.billing.numbers.RecordNumber;
import io.minutebook.billing.numbers.RegisterNumberHolder;
import io.minutebook.billing.packs.Grant;
import io.minutebook.billing.seats.ReadSeats;
import io.minutebook.billing.seats.RecordSeats;
import io.minutebook.billing.seats.Seats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Takes the money for a quote, puts the order on record and delivers it, all nested in one unit of work, so that there
 * is no moment at which money has moved and nothing was delivered. Account, seats, chat, own prices, numbers and pools
 * are locked in this order, numbers by id and pools by name.
 */
final class CashDesk {

    private final ResourceIds ids;
    private final CommandGateway commands;

    CashDesk(ResourceIds ids, CommandGateway commands) {
        this.ids = ids;
        this.commands = commands;
    }

    /** As they stand in the transaction that sells. */
    Discounts discountsOf(AccountId accountId) {
        return commands.sendAndWait(new AskDiscounts(accountId));
    }

    Holdings holdingsOf(AccountId accountId) {
        Seats seats = commands.sendAndWait(new ReadSeats(accountId));
        Chat chat = commands.sendAndWait(new ReadChat(accountId));
        boolean hasRentedNumber = commands.<Boolean>sendAndWait(new AskNumberHolder(accountId));
        return new Holdings(seats, chat, hasRentedNumber);
    }

    /** Ids are drawn once the price is certain; an order that the funds do not cover leaves a hole in them and no more. */
    OrderPlaced sell(Sold sold) {
        var orderId = ids.nextOrder();
        var resourceIds = idsFor(sold.quote());
        var order = orderOf(sold, orderId, resourceIds, pay(sold, orderId));
        commands.sendAndWait(new RecordOrder(order));
        deliver(sold, order);
        return order;
    }

    /** What is sold to whom, and how it is paid; automatic where nobody asked for it. */
    record Sold(
            AccountId accountId, Quote quote, Holdings holdings, Payment payment, boolean automatic, Instant at) {}

    private OrderPaid pay(Sold sold, OrderId orderId) {
        var lines = sold.quote().lines().stream()
                .map(line -> new PayableLine(line.product(), line.amount()))
                .toList();
        return commands.sendAndWait(new PayOrder(sold.accountId(), orderId, lines, sold.payment(), sold.at()));
    }

    /** What is renewed or upgraded keeps its id. */
    private List<String> idsFor(Quote quote) {
        var purchases = quote.lines().stream().filter(line -> line.resourceId() == null).toList();
        int packs = Math.toIntExact(purchases.stream().filter(QuotedLine::isPack).count());
        var packIds = ids.nextPacks(packs).iterator();
        var others = ids.nextResources(purchases.size() - packs).iterator();
        var all = new ArrayList<String>();
        for (var line : quote.lines()) {
            if (line.resourceId() != null) all.add(line.resourceId().value());
            else all.add(line.isPack() ? packIds.next().value() : others.next().value());
        }
        return all;
    }

    private static OrderPlaced orderOf(Sold sold, OrderId orderId, List<String> resourceIds, OrderPaid paid) {
        var quote = sold.quote();
        return new OrderPlaced(
                orderId,
                sold.accountId(),
                sold.at(),
                quote.priceBookVersion(),
                linesOf(quote, resourceIds, paid),
                quote.listPrice(),
                quote.discount(),
                quote.payable(),
                paid.paid(),
                quote.warnings());
    }

    private static List<OrderLine> linesOf(Quote quote, List<String> resourceIds, OrderPaid paid) {
        var amounts = quote.lines().stream().map(QuotedLine::amount).toList();
        var payments = LinePayments.split(amounts, paid.paid(), paid.vouchers());
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < payments.size(); i++) {
            var line = quote.lines().get(i);
            var planLine = line.planLine();
            var planId = planLine == null ? null : new ResourceId(resourceIds.get(planLine));
            lines.add(line.bought(resourceIds.get(i), planId, payments.get(i)));
        }
        return lines;
    }

    private void deliver(Sold sold, OrderPlaced order) {
        var delivery = new Delivery(order, sold.quote(), sold.holdings(), sold.automatic());
        var account = sold.accountId();
        if (!delivery.seats().isEmpty()) commands.sendAndWait(new RecordSeats(account, delivery.seats(), sold.at()));
        if (!delivery.chat().isEmpty()) commands.sendAndWait(new RecordChat(account, delivery.chat(), sold.at()));
        if (delivery.isFirstNumber()) commands.sendAndWait(new RegisterNumberHolder(account, sold.at()));
        delivery.numbers().stream()
                .sorted(Comparator.comparing(NumberEvent::resourceId))
                .map(RecordNumber::new)
                .forEach(commands::sendAndWait);
        delivery.grants().stream()
                .sorted(Comparator.comparing(Grant::pool))
                .forEach(commands::sendAndWait);
    }
}
