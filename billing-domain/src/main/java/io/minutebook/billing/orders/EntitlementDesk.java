package io.minutebook.billing.orders;

import io.minutebook.billing.PlanInForce;
import io.minutebook.billing.entitlements.EntitlementMatrix;
import io.minutebook.billing.entitlements.JudgeUse;
import io.minutebook.billing.entitlements.StateExceeded;
import io.minutebook.billing.seats.ReadSeats;
import io.minutebook.billing.seats.Seats;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Judges a use by what the account's seats say of its end, however late it is told. Of an application without any seats
 * nothing is stated: they may be sold elsewhere, and the ledger does not know what they include.
 */
public final class EntitlementDesk {

    private final EntitlementMatrix matrix;
    private final CommandGateway commands;

    public EntitlementDesk(EntitlementMatrix matrix, CommandGateway commands) {
        this.matrix = matrix;
        this.commands = commands;
    }

    @CommandHandler
    public void handle(JudgeUse command) {
        var use = command.use();
        Seats seats = commands.sendAndWait(new ReadSeats(use.accountId()));
        if (!seats.areSoldTo(use.applicationId())) return;
        Optional<PlanInForce> plan = seats.planAt(use.applicationId(), use.endedAt());
        var entitlement = matrix.get(use.code());
        if (plan.stream().anyMatch(held -> entitlement.isIncludedIn(held.edition()))) return;
        commands.sendAndWait(new StateExceeded(use, plan.orElse(null)));
    }
}
