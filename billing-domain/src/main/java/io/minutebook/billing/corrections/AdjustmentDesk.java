package io.minutebook.billing.corrections;

import io.minutebook.billing.FreshStreams;
import io.minutebook.billing.account.ConfirmAccount;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.packs.AdjustMinutes;
import io.minutebook.billing.packs.PassPackTime;
import io.minutebook.billing.packs.PoolId;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Carries out what people correct, at once or when another person approves it, all in one unit of work: the correction
 * and what it says about who decided it are never apart. The account is locked first, then its corrections and the pool.
 */
public final class AdjustmentDesk {

    private final ApprovalLimits limits;
    private final FreshStreams fresh;
    private final CommandGateway commands;

    public AdjustmentDesk(ApprovalLimits limits, FreshStreams fresh, CommandGateway commands) {
        this.limits = limits;
        this.fresh = fresh;
        this.commands = commands;
    }

    @CommandHandler
    public AdjustmentRequested handle(RequestAdjustment command) {
        commands.sendAndWait(new ConfirmAccount(command.accountId()));
        boolean pending = limits.areExceededBy(command.adjustment());
        AdjustmentRequested requested = commands.sendAndWait(new RecordAdjustment(command, pending));
        if (!pending) make(requested, command.at());
        return requested;
    }

    @CommandHandler
    public AdjustmentApproved handle(ApproveAdjustment command) {
        commands.sendAndWait(new ConfirmAccount(command.accountId()));
        AdjustmentApproved approved = commands.sendAndWait(new RecordApproval(command));
        make(commands.sendAndWait(new ReadAdjustment(command.accountId(), command.adjustmentId())), command.at());
        return approved;
    }

    private void make(AdjustmentRequested requested, Instant at) {
        var adjustment = requested.adjustment();
        switch (adjustment.kind()) {
            case GOODWILL_CREDIT -> commands.sendAndWait(new CreditFunds(
                    requested.accountId(),
                    FundsKind.GIFT,
                    adjustment.credited(),
                    requested.adjustmentId().value(),
                    at));
            case MINUTES_RETURNED -> adjust(requested, true, at);
            case MINUTES_TAKEN -> adjust(requested, false, at);
        }
    }

    private void adjust(AdjustmentRequested requested, boolean returned, Instant at) {
        var adjustment = requested.adjustment();
        var pool = PoolId.ofMinutes(requested.accountId(), adjustment.ofMeter());
        fresh.forget(pool.stream());
        commands.sendAndWait(new PassPackTime(pool, at));
        commands.sendAndWait(new AdjustMinutes(
                pool, adjustment.pack(), requested.adjustmentId(), adjustment.moved(), returned, at));
    }
}
