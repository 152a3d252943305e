package io.minutebook.billing.refunds;

import io.minutebook.billing.FreshStreams;
import io.minutebook.billing.PackId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.ReturnFunds;
import io.minutebook.billing.numbers.RefundNumber;
import io.minutebook.billing.orders.ResourceIds;
import io.minutebook.billing.packs.ExpirePacks;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.packs.RefundPack;
import io.minutebook.billing.seats.RefundSeats;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Tells what a refund comes to, and carries it out: the money comes back and the resource ends, all nested in one unit
 * of work, after whatever was due before. Every refund writes to the account, so that no order passes it by.
 */
public final class RefundDesk {

    private final RefundPolicy policy;
    private final FileDesk files;
    private final ResourceIds ids;
    private final CommandGateway commands;

    public RefundDesk(
            RefundPolicy policy,
            PaidOrders paidOrders,
            DiscountNow discounts,
            FreshStreams fresh,
            ResourceIds ids,
            CommandGateway commands) {
        this.policy = policy;
        this.files = new FileDesk(paidOrders, discounts, fresh, commands);
        this.ids = ids;
        this.commands = commands;
    }

    @CommandHandler
    public RefundQuote handle(QuoteRefund command) {
        var file = files.open(new FileDesk.Asked(command.accountId(), command.resourceId(), command.at(), false));
        try {
            return quote(file, policy.decide(file.asked()));
        } catch (Refused refused) {
            return RefundQuote.refused(command.accountId(), command.resourceId(), refused);
        }
    }

    private RefundQuote quote(RefundFile file, RefundDecision decision) {
        return RefundQuote.of(file, decision, policy.holdsUntil(file.asked()).orElse(null));
    }

    @CommandHandler
    public RefundGranted handle(RequestRefund command) {
        var file = files.open(new FileDesk.Asked(command.accountId(), command.resourceId(), command.at(), true));
        var decision = policy.decide(file.asked());
        var quote = quote(file, decision);
        if (command.quoteId() != null && !command.quoteId().equals(quote.quoteId())) throw new QuoteChanged(quote);
        var refund = new RefundGranted(
                command.accountId(),
                ids.nextRefund(),
                quote.quoteId(),
                Objects.requireNonNull(file.resource()),
                decision,
                command.at());
        returnFunds(refund);
        end(refund, file.asked().held());
        commands.sendAndWait(new GrantRefund(refund));
        if (decision.rule() == RefundRule.FULL_WITHIN_DAYS) claim(file, refund);
        return refund;
    }

    private void returnFunds(RefundGranted refund) {
        var split = refund.decision().split();
        var funds = new Funds(split.cash(), split.gift(), split.revenueShare());
        commands.sendAndWait(new ReturnFunds(refund.accountId(), refund.refundId(), funds, refund.grantedAt()));
    }

    private void end(RefundGranted refund, Held held) {
        var account = refund.accountId();
        var resource = refund.resource().resourceId();
        RefundId id = refund.refundId();
        var at = refund.grantedAt();
        switch (held) {
            case Held.OfMinutes pack -> {
                var pool = PoolId.ofMinutes(account, pack.meter());
                commands.sendAndWait(new ExpirePacks(pool, at));
                commands.sendAndWait(new RefundPack(pool, new PackId(resource.value()), id, at));
            }
            case Held.OfNumber _ -> commands.sendAndWait(new RefundNumber(account, resource, id, at));
            case Held.OfSeats _ -> commands.sendAndWait(new RefundSeats(account, resource, id, at));
            case Held.OfNothing nothing -> throw new IllegalStateException(nothing.why());
        }
    }

    private void claim(RefundFile file, RefundGranted refund) {
        commands.sendAndWait(new ClaimFullRefund(new FullRefundClaimed(
                file.account().legalEntityId(),
                refund.accountId(),
                refund.resource().resourceId(),
                refund.refundId(),
                refund.grantedAt())));
    }
}
