package io.minutebook.billing.orders;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Refused;
import io.minutebook.billing.account.Account;
import io.minutebook.billing.account.ReadAccount;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PricingRefusal;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.catalogue.SeatPlan;
import io.minutebook.billing.chat.ChatTrialStarted;
import io.minutebook.billing.chat.StartChatTrial;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.billing.seats.StartSeatTrial;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Gives trials, at no price: seats of the standard edition, or chat of the advanced one, as their plans include. */
public final class TrialDesk {

    private final PriceBook priceBook;
    private final ResourceIds ids;
    private final CommandGateway commands;

    public TrialDesk(PriceBook priceBook, ResourceIds ids, CommandGateway commands) {
        this.priceBook = priceBook;
        this.ids = ids;
        this.commands = commands;
    }

    /** Answers with {@link SeatTrialStarted} or {@link ChatTrialStarted}. */
    @CommandHandler
    public Object handle(StartTrial command) {
        Account account = commands.sendAndWait(new ReadAccount(command.accountId()));
        return switch (command.kind()) {
            case SEATS -> commands.sendAndWait(seats(command, account));
            case CHAT -> startChat(command, account);
        };
    }

    private ChatTrialStarted startChat(StartTrial command, Account account) {
        ChatTrialStarted trial = commands.sendAndWait(chat(command, account));
        MessageGrants.of(trial, trial.product()).forEach(commands::sendAndWait);
        return trial;
    }

    private StartSeatTrial seats(StartTrial command, Account account) {
        var plan = product(SeatPlan.class, tried -> tried.edition() == Edition.STANDARD, command.at());
        account.requireMayOrder();
        return new StartSeatTrial(
                command.accountId(),
                ids.nextResources(1).getFirst(),
                command.applicationId(),
                plan.code(),
                plan.edition(),
                plan.seats(),
                command.at());
    }

    private StartChatTrial chat(StartTrial command, Account account) {
        var plan = product(ChatPlan.class, tried -> tried.edition() == Edition.ADVANCED, command.at());
        account.requireMayOrder();
        return new StartChatTrial(
                command.accountId(),
                ids.nextResources(1).getFirst(),
                command.applicationId(),
                Optional.ofNullable(command.region()).orElse(Region.DOMESTIC),
                plan.code(),
                plan.edition(),
                plan.licences(),
                plan.messages(),
                command.at());
    }

    private <P extends Product> P product(Class<P> kind, Predicate<P> tried, Instant at) {
        return priceBook.inForceAt(at).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(tried)
                .findFirst()
                .orElseThrow(() -> new Refused(
                        PricingRefusal.PRODUCT_NOT_ON_SALE, "What can be tried is not on sale now; try again later."));
    }
}
