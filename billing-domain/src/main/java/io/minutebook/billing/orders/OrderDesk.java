package io.minutebook.billing.orders;

import static io.minutebook.billing.ResourceRefusal.NOT_RENEWABLE;
import static io.minutebook.billing.ResourceRefusal.NOT_UPGRADABLE;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceRefusal;
import io.minutebook.billing.account.ConfirmAccount;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.chat.ChatResource;
import io.minutebook.billing.numbers.RentedNumber;
import io.minutebook.billing.seats.SeatResource;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/** Places orders: of new things, of more time for what is held, and of a higher edition; all or nothing. */
public final class OrderDesk {

    private final Pricing pricing;
    private final CashDesk cashDesk;
    private final CommandGateway commands;

    public OrderDesk(Pricing pricing, ResourceIds ids, CommandGateway commands) {
        this.pricing = pricing;
        this.cashDesk = new CashDesk(ids, commands);
        this.commands = commands;
    }

    @CommandHandler
    public Quote handle(QuoteOrder command) {
        var holdings = confirmed(command.accountId());
        var discounts = cashDesk.discountsOf(command.accountId());
        return pricing.quote(command.items(), command.at(), holdings, discounts);
    }

    @CommandHandler
    public OrderPlaced handle(PlaceOrder command) {
        var holdings = confirmed(command.accountId());
        var discounts = cashDesk.discountsOf(command.accountId());
        var quote = pricing.quote(command.items(), command.at(), holdings, discounts);
        return cashDesk.sell(new CashDesk.Sold(
                command.accountId(), quote, holdings, command.payment(), false, command.at()));
    }

    @CommandHandler
    public OrderPlaced handle(RenewResource command) {
        var holdings = confirmed(command.accountId());
        return sell(command.accountId(), renewal(command, holdings), holdings, command.at());
    }

    @CommandHandler
    public OrderPlaced handle(UpgradeResource command) {
        var holdings = confirmed(command.accountId());
        return sell(command.accountId(), upgrade(command, holdings), holdings, command.at());
    }

    /** An unknown account is told before anything about products. */
    private Holdings confirmed(AccountId accountId) {
        commands.sendAndWait(new ConfirmAccount(accountId));
        return cashDesk.holdingsOf(accountId);
    }

    private OrderPlaced sell(AccountId accountId, Quote quote, Holdings holdings, Instant at) {
        return cashDesk.sell(new CashDesk.Sold(accountId, quote, holdings, Payment.UNSPECIFIED, false, at));
    }

    private Quote renewal(RenewResource command, Holdings holdings) {
        var id = command.resourceId();
        var at = command.at();
        requireNoTrial(holdings, id, NOT_RENEWABLE);
        long periods = command.periods() == null ? 1 : command.periods();
        var renewals = pricing.renewals(at, cashDesk.discountsOf(command.accountId()));
        var seats = holdings.seats().find(id);
        if (seats.isPresent()) {
            var plan = activePlan(seats.get(), at, NOT_RENEWABLE);
            return renewals.seats(plan, holdings.seats().addOnsOf(id, at), periods);
        }
        var chat = holdings.chat().find(id);
        if (chat.isPresent()) {
            var plan = activePlan(chat.get(), at, NOT_RENEWABLE);
            return renewals.chat(plan, holdings.chat().licencesOf(id, at), periods);
        }
        return renewals.number(activeNumber(command.accountId(), id, at), periods);
    }

    private Quote upgrade(UpgradeResource command, Holdings holdings) {
        var id = command.resourceId();
        var at = command.at();
        requireNoTrial(holdings, id, NOT_UPGRADABLE);
        var upgrades = pricing.upgrades(at, cashDesk.discountsOf(command.accountId()));
        var seats = holdings.seats().find(id);
        if (seats.isPresent()) {
            var plan = activePlan(seats.get(), at, NOT_UPGRADABLE);
            return upgrades.seats(plan, holdings.seats().addOnsOf(id, at), command.product());
        }
        var chat = holdings.chat().find(id);
        if (chat.isPresent()) return upgrades.chat(activePlan(chat.get(), at, NOT_UPGRADABLE), command.product());
        activeNumber(command.accountId(), id, at);
        throw new Refused(NOT_UPGRADABLE, "A number has no edition; upgrade a plan.");
    }

    private static void requireNoTrial(Holdings holdings, ResourceId id, ResourceRefusal reason) {
        if (!holdings.hasTrial(id)) return;
        throw new Refused(reason, id + " is a trial and ends by itself; buy a plan.");
    }

    private static SeatResource activePlan(SeatResource held, Instant at, ResourceRefusal reason) {
        requireActive(held.isActiveAt(at), held.id());
        requirePlan(held.planId(), reason);
        return held;
    }

    private static ChatResource activePlan(ChatResource held, Instant at, ResourceRefusal reason) {
        requireActive(held.isActiveAt(at), held.id());
        requirePlan(held.planId(), reason);
        return held;
    }

    private RentedNumber activeNumber(AccountId accountId, ResourceId id, Instant at) {
        RentedNumber number = commands.sendAndWait(new PassNumberTime(accountId, id, at));
        requireActive(number.isActiveAt(at), id);
        return number;
    }

    private static void requireActive(boolean active, ResourceId id) {
        if (active) return;
        throw new Refused(ResourceRefusal.RESOURCE_NOT_ACTIVE, id + " has ended; buy it anew.");
    }

    private static void requirePlan(@Nullable ResourceId planId, ResourceRefusal reason) {
        if (planId == null) return;
        throw new Refused(reason, "An add-on goes with its plan; renew or upgrade " + planId + " instead.");
    }
}
