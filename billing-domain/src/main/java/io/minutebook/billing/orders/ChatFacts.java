package io.minutebook.billing.orders;

import io.minutebook.billing.catalogue.ChatLicence;
import io.minutebook.billing.catalogue.ChatPlan;
import io.minutebook.billing.chat.Chat;
import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.chat.ChatMonths;
import io.minutebook.billing.chat.ChatPlanBought;
import io.minutebook.billing.chat.ChatRenewed;
import io.minutebook.billing.chat.ChatUpgraded;
import io.minutebook.billing.chat.LicencesBought;
import io.minutebook.billing.chat.MessageAllowance;
import io.minutebook.billing.chat.MessagePackBought;
import java.util.List;
import java.util.Objects;

/**
 * What the lines of a paid order say about chat.
 *
 * @param held as it was before the order
 */
record ChatFacts(OrderPlaced order, Chat held) {

    ChatEvent plan(ChatPlan plan, OrderLine line) {
        long messages = plan.messages() * line.quantity();
        return switch (line.transaction()) {
            case PURCHASE -> new ChatPlanBought(
                    order.accountId(),
                    order.orderId(),
                    line.id(),
                    line.applicationId(),
                    line.region(),
                    line.product(),
                    plan.edition(),
                    line.quantity(),
                    plan.licences() * line.quantity(),
                    line.term(),
                    new ChatMonths(line.validFrom()).allowances(0, line.term().months(), messages));
            case RENEWAL -> renewed(line, furtherAllowances(line, messages));
            case UPGRADE -> new ChatUpgraded(
                    order.accountId(),
                    order.orderId(),
                    line.id(),
                    line.product(),
                    plan.edition(),
                    order.placedAt(),
                    line.validUntil(),
                    line.amount());
        };
    }

    private List<MessageAllowance> furtherAllowances(OrderLine line, long messages) {
        var lease = held.find(line.id()).orElseThrow().lease();
        return new ChatMonths(lease.from()).allowances(lease.months(), line.term().months(), messages);
    }

    ChatEvent licences(ChatLicence licence, OrderLine line) {
        return switch (line.transaction()) {
            case PURCHASE -> new LicencesBought(
                    order.accountId(),
                    order.orderId(),
                    line.id(),
                    line.planId(),
                    line.applicationId(),
                    line.region(),
                    line.product(),
                    line.quantity(),
                    licence.licences() * line.quantity(),
                    line.term());
            case RENEWAL -> renewed(line, List.of());
            case UPGRADE -> throw new IllegalStateException("licences have no edition");
        };
    }

    private ChatRenewed renewed(OrderLine line, List<MessageAllowance> allowances) {
        return new ChatRenewed(
                order.accountId(),
                order.orderId(),
                line.id(),
                line.applicationId(),
                line.region(),
                order.placedAt(),
                line.term(),
                allowances);
    }

    ChatEvent messages(OrderLine line) {
        var grant = Objects.requireNonNull(line.messages());
        return new MessagePackBought(
                order.accountId(),
                order.orderId(),
                line.id(),
                grant.applicationId(),
                grant.region(),
                line.product(),
                grant.count(),
                line.unitPrice(),
                line.validFrom(),
                line.validUntil());
    }
}
