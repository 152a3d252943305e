package io.minutebook.server.clock;

import io.minutebook.billing.LedgerTransactions;
import io.minutebook.billing.Provenance;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.account.ExpireVouchers;
import io.minutebook.billing.chat.Chat;
import io.minutebook.billing.chat.PassChatTime;
import io.minutebook.billing.entitlements.JudgeUse;
import io.minutebook.billing.numbers.RentedNumber;
import io.minutebook.billing.orders.PassNumberTime;
import io.minutebook.billing.packs.PackPool;
import io.minutebook.billing.packs.PassPackTime;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.seats.PassSeatTime;
import io.minutebook.billing.seats.Seats;
import io.minutebook.server.idempotency.LostRaces;
import io.minutebook.server.store.LedgerEventStorage;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Does one thing that is due, in a transaction of its own; doing it again is harmless. */
@Component
class DueCommands {

    private static final Map<String, String> EXPIRY = Map.of(Provenance.ACTOR, "system:expiry");
    private static final Map<String, String> ENTITLEMENTS = Map.of(Provenance.ACTOR, "system:entitlements");
    private static final Map<String, String> SUBSCRIPTIONS = Map.of(Provenance.ACTOR, "system:subscriptions");

    private final LedgerTransactions transactions;
    private final CommandGateway commands;
    private final LostRaces races;
    private final LedgerEventStorage storage;

    DueCommands(
            LedgerTransactions transactions, CommandGateway commands, LostRaces races, LedgerEventStorage storage) {
        this.transactions = transactions;
        this.commands = commands;
        this.races = races;
        this.storage = storage;
    }

    /** Answers when the same thing is due again, where that is known. */
    Optional<Due> carryOut(Due due) {
        return switch (due.kind()) {
            case CHAT -> chat(due).nextDue().map(due::again);
            case NUMBER -> number(due).nextDue().map(due::again);
            case SEATS -> seats(due).nextDue().map(due::again);
            case PACKS -> packs(due).nextDue().map(due::again);
            case USE -> {
                judge(due);
                yield Optional.empty();
            }
            case VOUCHERS -> {
                expireVouchers(due);
                yield Optional.empty();
            }
        };
    }

    private Chat chat(Due due) {
        var command = new PassChatTime(due.accountId(), due.at());
        return inOne(SUBSCRIPTIONS, () -> commands.sendAndWait(command));
    }

    private RentedNumber number(Due due) {
        var command = new PassNumberTime(due.accountId(), new ResourceId(due.subject()), due.at());
        return inOne(SUBSCRIPTIONS, () -> commands.sendAndWait(command));
    }

    private Seats seats(Due due) {
        var command = new PassSeatTime(due.accountId(), due.at());
        return inOne(SUBSCRIPTIONS, () -> commands.sendAndWait(command));
    }

    /** Of packs that another node granted as well. */
    private PackPool packs(Due due) {
        var command = new PassPackTime(PoolId.named(due.accountId(), due.subject()), due.at());
        return inOne(EXPIRY, () -> {
            storage.forget(command.pool());
            return commands.sendAndWait(command);
        });
    }

    private void judge(Due due) {
        var command = new JudgeUse(DueUse.of(due));
        inOne(ENTITLEMENTS, () -> commands.sendAndWait(command));
    }

    private void expireVouchers(Due due) {
        var command = new ExpireVouchers(due.accountId(), due.at());
        inOne(EXPIRY, () -> commands.sendAndWait(command));
    }

    private <T> T inOne(Map<String, String> provenance, Supplier<T> work) {
        return races.retry(() -> transactions.inOne(provenance, work));
    }
}
