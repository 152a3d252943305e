package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceRefusal;
import io.minutebook.billing.account.Account;
import io.minutebook.billing.account.ConfirmAccount;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.account.ReadAccount;
import io.minutebook.billing.numbers.AgeNumber;
import io.minutebook.billing.numbers.GiveUpNumber;
import io.minutebook.billing.numbers.NumberExpired;
import io.minutebook.billing.numbers.NumberLapsed;
import io.minutebook.billing.numbers.RecordNumber;
import io.minutebook.billing.numbers.RentedNumber;
import io.minutebook.billing.numbers.SwitchAutoRenewal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Looks after rented numbers: at its end one is renewed by an order for a month as long as the funds cover the rent,
 * vouchers aside; whatever else is asked of it comes after what was due before.
 */
public final class NumberDesk {

    private static final long MONTHS_RENEWED = 1;

    private final Pricing pricing;
    private final CashDesk cashDesk;
    private final CommandGateway commands;

    public NumberDesk(Pricing pricing, ResourceIds ids, CommandGateway commands) {
        this.pricing = pricing;
        this.cashDesk = new CashDesk(ids, commands);
        this.commands = commands;
    }

    @CommandHandler
    public RentedNumber handle(PassNumberTime command) {
        return pass(command.accountId(), command.resourceId(), command.at()).number();
    }

    @CommandHandler
    public SettledNumber handle(SettleNumber command) {
        return pass(command.accountId(), command.resourceId(), command.at());
    }

    @CommandHandler
    public void handle(DeregisterNumber command) {
        requireNumber(command.accountId(), command.resourceId());
        pass(command.accountId(), command.resourceId(), command.at());
        commands.sendAndWait(new GiveUpNumber(command.accountId(), command.resourceId(), command.at()));
    }

    @CommandHandler
    public void handle(SetAutoRenewal command) {
        requireNumber(command.accountId(), command.resourceId());
        pass(command.accountId(), command.resourceId(), command.at());
        commands.sendAndWait(new SwitchAutoRenewal(
                command.accountId(), command.resourceId(), command.autoRenew(), command.at()));
    }

    private void requireNumber(AccountId accountId, ResourceId id) {
        commands.sendAndWait(new ConfirmAccount(accountId));
        if (!cashDesk.holdingsOf(accountId).has(id)) return;
        throw new Refused(
                ResourceRefusal.NOT_A_NUMBER, id + " is no number, and ends at its end; let it run out instead.");
    }

    private SettledNumber pass(AccountId accountId, ResourceId id, Instant at) {
        commands.sendAndWait(new ConfirmAccount(accountId));
        var renewals = new ArrayList<OrderPlaced>();
        var number = aged(accountId, id, at);
        while (number.isRenewalDueBy(at)) {
            renew(number).ifPresent(renewals::add);
            number = aged(accountId, id, at);
        }
        return new SettledNumber(number, renewals);
    }

    private RentedNumber aged(AccountId accountId, ResourceId id, Instant at) {
        return commands.sendAndWait(new AgeNumber(accountId, id, at));
    }

    /** Of an account to which nothing is sold, as one that is not let any more, it just comes to its end. */
    private Optional<OrderPlaced> renew(RentedNumber number) {
        var end = number.lease().until();
        Account account = commands.sendAndWait(new ReadAccount(number.accountId()));
        var quote = account.standing().mayOrder() ? renewal(number, end) : Optional.<Quote>empty();
        if (quote.isEmpty()) {
            commands.sendAndWait(new RecordNumber(expired(number)));
            return Optional.empty();
        }
        if (quote.get().payable().exceeds(account.funds().total())) {
            lapse(number, quote.get());
            return Optional.empty();
        }
        return Optional.of(cashDesk.sell(new CashDesk.Sold(
                number.accountId(), quote.get(), Holdings.NONE, Payment.UNSPECIFIED, true, end)));
    }

    /** None for a number that is not let any more. */
    private Optional<Quote> renewal(RentedNumber number, Instant end) {
        try {
            return Optional.of(pricing.renewals(end).number(number, MONTHS_RENEWED));
        } catch (Refused notOnSale) {
            return Optional.empty();
        }
    }

    private static NumberExpired expired(RentedNumber number) {
        return new NumberExpired(number.accountId(), number.id(), number.lease().until());
    }

    private void lapse(RentedNumber number, Quote quote) {
        commands.sendAndWait(new RecordNumber(new NumberLapsed(
                number.accountId(), number.id(), quote.payable(), number.lease().until())));
    }
}
