package io.minutebook.billing.orders;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.account.ConfirmAccount;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.account.PayOrder;
import io.minutebook.billing.packs.GrantPack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Places orders: price, payment and packs are nested in one unit of work, so that there is no moment at which
 * money has moved and minutes have not. Account, order and pools are locked in this order, pools by name.
 */
public final class OrderDesk {

    private final Pricing pricing;
    private final ResourceIds ids;
    private final CommandGateway commands;

    public OrderDesk(Pricing pricing, ResourceIds ids, CommandGateway commands) {
        this.pricing = pricing;
        this.ids = ids;
        this.commands = commands;
    }

    /**
     * An unknown account is told before anything about products. Ids are drawn after the price is certain, so that
     * a refused order uses none.
     */
    @CommandHandler
    public OrderPlaced handle(PlaceOrder command) {
        commands.sendAndWait(new ConfirmAccount(command.accountId()));
        var quote = pricing.quote(command.items(), command.at());
        var orderId = ids.nextOrder();
        var packIds = ids.nextPacks(quote.lines().size());
        var order = orderOf(command, orderId, quote, packIds, pay(command, orderId, quote.payable()));
        commands.sendAndWait(new RecordOrder(order));
        grantsOf(order).forEach(commands::sendAndWait);
        return order;
    }

    private Paid pay(PlaceOrder command, OrderId orderId, Money payable) {
        OrderPaid paid = commands.sendAndWait(
                new PayOrder(command.accountId(), orderId, payable, command.payment(), command.at()));
        return paid.paid();
    }

    private static OrderPlaced orderOf(
            PlaceOrder command, OrderId orderId, Quote quote, List<PackId> packIds, Paid paid) {
        return new OrderPlaced(
                orderId,
                command.accountId(),
                command.at(),
                quote.priceBookVersion(),
                linesOf(quote, packIds, paid),
                quote.listPrice(),
                quote.discount(),
                quote.payable(),
                paid,
                List.of());
    }

    private static List<OrderLine> linesOf(Quote quote, List<PackId> packIds, Paid paid) {
        var amounts = quote.lines().stream().map(QuotedLine::amount).toList();
        var payments = LinePayments.split(amounts, paid);
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < payments.size(); i++) {
            lines.add(quote.lines().get(i).bought(packIds.get(i).value(), payments.get(i)));
        }
        return lines;
    }

    private static List<GrantPack> grantsOf(OrderPlaced order) {
        return order.lines().stream()
                .map(line -> grantOf(order, line))
                .sorted(Comparator.comparing(GrantPack::pool))
                .toList();
    }

    private static GrantPack grantOf(OrderPlaced order, OrderLine line) {
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
}
