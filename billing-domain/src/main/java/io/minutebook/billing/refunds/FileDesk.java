package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Fraction;
import io.minutebook.billing.FreshStreams;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceRefusal;
import io.minutebook.billing.ResourceState;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.Account;
import io.minutebook.billing.account.ReadAccount;
import io.minutebook.billing.chat.Chat;
import io.minutebook.billing.chat.ReadChat;
import io.minutebook.billing.discounts.Discounts;
import io.minutebook.billing.numbers.ReadNumber;
import io.minutebook.billing.numbers.RentedNumber;
import io.minutebook.billing.orders.AskDiscounts;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.orders.ReadOrder;
import io.minutebook.billing.orders.SettleNumber;
import io.minutebook.billing.orders.SettledNumber;
import io.minutebook.billing.packs.PackPool;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.packs.ReadPacks;
import io.minutebook.billing.seats.PassSeatTime;
import io.minutebook.billing.seats.ReadSeats;
import io.minutebook.billing.seats.SeatResource;
import io.minutebook.billing.seats.Seats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a refund is judged by. The account, its seats, chat, orders, numbers, pools and refunds and the legal
 * entity are locked in this order, orders by id; who holds the account is alone with all of them but pools and entity.
 */
final class FileDesk {

    private final PaidOrders paidOrders;
    private final FreshStreams fresh;
    private final CommandGateway commands;

    FileDesk(PaidOrders paidOrders, FreshStreams fresh, CommandGateway commands) {
        this.paidOrders = paidOrders;
        this.fresh = fresh;
        this.commands = commands;
    }

    /**
     * What is asked.
     *
     * @param settles whether what was due before is done first; else nothing is stored
     */
    record Asked(AccountId accountId, ResourceId id, Instant at, boolean settles) {}

    RefundFile open(Asked asked) {
        Account account = commands.sendAndWait(new ReadAccount(asked.accountId()));
        Seats seats = commands.sendAndWait(
                asked.settles()
                        ? new PassSeatTime(asked.accountId(), asked.at())
                        : new ReadSeats(asked.accountId()));
        Chat chat = commands.sendAndWait(new ReadChat(asked.accountId()));
        return fileOf(new Opened(asked, account, seats, chat));
    }

    private record Opened(Asked asked, Account account, Seats seats, Chat chat) {}

    private RefundFile fileOf(Opened opened) {
        var id = opened.asked().id();
        var lines = PaidLines.of(ordersOf(opened.asked()));
        var paid = lines.about(id);
        var seats = opened.seats().find(id);
        if (seats.isPresent() && seats.get().isPlan()) return seatPlan(opened, seats.get(), lines);
        if (seats.isPresent()) return addOn(opened, seats.get(), paid);
        var unpaid = trialOf(opened);
        if (unpaid != null) return file(opened, new ProductCode("trial"), unpaid, PaidLines.of(List.of()), false);
        if (paid.isEmpty()) throw unknown(id);
        var chat = opened.chat().find(id);
        if (chat.isPresent()) return chat(opened, chat.get().lease().until(), paid);
        var bought = paid.first().line();
        if (bought.messages() != null) return chat(opened, bought.validUntil(), paid);
        return bought.minutes() == null ? number(opened, lines) : pack(opened, paid);
    }

    private List<OrderPlaced> ordersOf(Asked asked) {
        var orders = new ArrayList<OrderPlaced>();
        for (var id : paidOrders.ordersOf(asked.accountId(), asked.id()).stream().sorted().toList()) {
            OrderPlaced order = commands.sendAndWait(new ReadOrder(id));
            if (order.accountId().equals(asked.accountId())) orders.add(order);
        }
        return orders;
    }

    private static Refused unknown(ResourceId id) {
        return new Refused(
                ResourceRefusal.UNKNOWN_RESOURCE, "The account has no resource " + id + "; its resources are listed.");
    }

    private static Held.@Nullable OfNothing trialOf(Opened opened) {
        var id = opened.asked().id();
        for (var trial : opened.seats().trials()) if (trial.id().equals(id)) return trial(trial.time().until());
        for (var trial : opened.chat().trials()) if (trial.id().equals(id)) return trial(trial.time().until());
        return null;
    }

    private static Held.OfNothing trial(Instant until) {
        return new Held.OfNothing("A trial costs nothing and ends by itself.", until);
    }

    private RefundFile seatPlan(Opened opened, SeatResource plan, PaidLines lines) {
        lines.about(plan.id()).requireTerms(plan.lease().terms().size()).requireProduct(plan.product());
        var held = new Held.OfSeats(plan.lease().from(), plan.lease().until(), plan.state());
        var file = file(
                opened, plan.product(), held, lines.withAddOnsOf(plan.id()), plan.state() == ResourceState.REFUNDED);
        var later = opened.seats().addOnsOf(plan.id(), opened.asked().at()).stream()
                .map(SeatResource::id)
                .filter(id -> !lines.boughtWith(plan.id()).contains(id))
                .map(ResourceId::value)
                .collect(Collectors.joining(", "));
        if (later.isEmpty()) return file;
        var note = "Add-ons that were bought later end with the plan and return nothing: " + later + ".";
        return new RefundFile(file.account(), file.asked(), file.resource(), List.of(note));
    }

    private RefundFile addOn(Opened opened, SeatResource addOn, PaidLines paid) {
        var held = new Held.OfNothing(
                "An add-on ends with its plan; refund " + addOn.planId() + " instead.", addOn.lease().until());
        return file(opened, addOn.product(), held, paid, addOn.state() == ResourceState.REFUNDED);
    }

    private RefundFile chat(Opened opened, Instant until, PaidLines paid) {
        var held = new Held.OfNothing("Chat and bot messages are not taken back; they last until their end.", until);
        return file(opened, paid.first().line().product(), held, paid, false);
    }

    private RefundFile number(Opened opened, PaidLines lines) {
        var asked = opened.asked();
        if (!asked.settles()) {
            RentedNumber number = commands.sendAndWait(new ReadNumber(asked.accountId(), asked.id()));
            return number(opened, number, lines.about(asked.id()));
        }
        SettledNumber settled = commands.sendAndWait(new SettleNumber(asked.accountId(), asked.id(), asked.at()));
        var all = new ArrayList<>(lines.all());
        all.addAll(PaidLines.of(settled.renewals()).all());
        return number(opened, settled.number(), new PaidLines(all).about(asked.id()));
    }

    private RefundFile number(Opened opened, RentedNumber number, PaidLines paid) {
        var terms = number.lease().terms();
        var held = new Held.OfNumber(terms, number.state());
        return file(
                opened, number.product(), held, paid.requireTerms(terms.size()),
                number.state() == ResourceState.REFUNDED);
    }

    private RefundFile pack(Opened opened, PaidLines paid) {
        var line = paid.requireTerms(1).first().line();
        var meter = Objects.requireNonNull(line.meter());
        var pool = PoolId.ofMinutes(opened.asked().accountId(), meter);
        fresh.forget(pool.stream());
        PackPool packs = commands.sendAndWait(new ReadPacks(pool));
        var drawn = packs.pack(new PackId(line.resourceId())).balance().drawn();
        var held = new Held.OfMinutes(meter, drawn, line.unitPrice(), line.validUntil());
        return file(opened, line.product(), held, paid, false);
    }

    private RefundFile file(Opened opened, ProductCode product, Held held, PaidLines paid, boolean isGone) {
        var asked = opened.asked();
        Refunds refunds = commands.sendAndWait(new ReadRefunds(asked.accountId()));
        var discount = discountNow(asked, product, held, paid);
        var judged = new RefundCase(
                asked.id(),
                product,
                held,
                paid.purchases(),
                discount.part(),
                discount.until(),
                opened.account().standing(),
                isGone || refunds.isRefunded(asked.id()),
                refunds.vetoOf(asked.id()),
                held instanceof Held.OfSeats && hadFullRefund(opened.account()),
                asked.at());
        var resource =
                paid.isEmpty() ? null : RefundedResource.of(paid.first(), product, held.validUntil());
        return new RefundFile(opened.account(), judged, resource, List.of());
    }

    /** What the account would pay now for what was used, and when time may change that. */
    private record DiscountNow(Fraction part, @Nullable Instant until) {

        static final DiscountNow NONE = new DiscountNow(Fraction.ONE, null);
    }

    private DiscountNow discountNow(Asked asked, ProductCode product, Held held, PaidLines paid) {
        return switch (held) {
            case Held.OfMinutes pack -> discountNow(asked, product, pack.unitPrice());
            case Held.OfNumber number -> discountNow(asked, product, listed(number, paid, asked.at()));
            case Held.OfSeats _, Held.OfNothing _ -> DiscountNow.NONE;
        };
    }

    /** Of the term that runs, the only one with days that are charged: those before it are over, none after it began. */
    private static UnitPrice listed(Held.OfNumber number, PaidLines paid, Instant at) {
        long over = number.terms().stream().filter(term -> !term.until().isAfter(at)).count();
        int runs = Math.toIntExact(Math.min(over, paid.all().size() - 1L));
        return paid.all().get(runs).line().unitPrice();
    }

    private DiscountNow discountNow(Asked asked, ProductCode product, UnitPrice listed) {
        Discounts discounts = commands.sendAndWait(new AskDiscounts(asked.accountId()));
        return new DiscountNow(
                discounts.partPaid(product, listed, asked.at()),
                discounts.nextChange(product, asked.at()).orElse(null));
    }

    private boolean hadFullRefund(Account account) {
        return commands.<Boolean>sendAndWait(new AskFullRefund(account.legalEntityId()));
    }
}
