package io.minutebook.billing.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Stored;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The stream of one account. */
@AggregateRoot(type = "account")
@Stored(name = "account.account", version = 2)
public class AccountAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable String stream;

    private @Nullable Account state;

    AccountAggregate() {}

    public static String streamOf(AccountId accountId) {
        return "account-" + accountId;
    }

    /** Answers whether the account is new. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(RegisterAccount command) {
        boolean isNew = state == null;
        if (isNew) apply(Account.register(command));
        else state().change(command).ifPresent(event -> apply(event));
        return isNew;
    }

    /** An account that is not there cannot be loaded, which is the answer. */
    @CommandHandler
    void handle(ConfirmAccount command) {
        Objects.requireNonNull(state);
    }

    @CommandHandler
    FundsCredited handle(CreditFunds command) {
        return applied(state().credit(command));
    }

    @CommandHandler
    VoucherIssued handle(IssueVoucher command) {
        return applied(state().issue(command));
    }

    @CommandHandler
    OrderPaid handle(PayOrder command) {
        return applied(state().pay(command));
    }

    @CommandHandler
    FundsReturned handle(ReturnFunds command) {
        return applied(state().giveBack(command));
    }

    @CommandHandler
    @SuppressWarnings("UnusedVariable")
    Account handle(ReadAccount command) {
        return state();
    }

    @CommandHandler
    ViolationFound handle(FindViolation command) {
        return applied(state().find(command));
    }

    @CommandHandler
    ViolationAppealed handle(DecideAppeal command) {
        return applied(state().decide(command));
    }

    private static <E extends AccountEvent> E applied(E event) {
        apply(event);
        return event;
    }

    private Account state() {
        return Objects.requireNonNull(state);
    }

    @EventSourcingHandler
    void on(AccountRegistered event) {
        stream = streamOf(event.accountId());
        state = Account.opened(event);
    }

    @EventSourcingHandler
    void on(AccountDetailsChanged event) {
        state = state().evolve(event);
    }

    @EventSourcingHandler
    void on(FundsCredited event) {
        state = state().evolve(event);
    }

    @EventSourcingHandler
    void on(VoucherIssued event) {
        state = state().evolve(event);
    }

    @EventSourcingHandler
    void on(OrderPaid event) {
        state = state().evolve(event);
    }

    @EventSourcingHandler
    void on(FundsReturned event) {
        state = state().evolve(event);
    }

    @EventSourcingHandler
    void on(ViolationFound event) {
        state = state().evolve(event);
    }

    @EventSourcingHandler
    void on(ViolationAppealed event) {
        state = state().evolve(event);
    }
}
