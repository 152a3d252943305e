package io.minutebook.billing.orders;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.chat.ChatExpired;
import io.minutebook.billing.chat.ChatExpiryAnnounced;
import io.minutebook.billing.chat.ChatPlanBought;
import io.minutebook.billing.chat.ChatRenewed;
import io.minutebook.billing.chat.ChatTrialEnded;
import io.minutebook.billing.chat.ChatTrialStarted;
import io.minutebook.billing.chat.ChatUpgraded;
import io.minutebook.billing.chat.LicencesBought;
import io.minutebook.billing.chat.MessageAllowance;
import io.minutebook.billing.chat.MessagePackBought;
import io.minutebook.billing.packs.GrantMessages;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bot messages that go into the pool of an application with what happened to its chat plans: one grant a month. */
final class MessageGrants {

    private static final UnitPrice INCLUDED = UnitPrice.of("0");

    private MessageGrants() {}

    /**
     * In the order of their months.
     *
     * @param product of the plan, where there is one
     */
    static List<GrantMessages> of(ChatEvent event, ProductCode product) {
        return switch (event) {
            case ChatPlanBought bought ->
                new Plan(bought, bought.applicationId(), product, bought.orderId()).include(bought.allowances());
            case ChatRenewed renewed ->
                new Plan(renewed, renewed.applicationId(), product, renewed.orderId()).include(renewed.allowances());
            case ChatTrialStarted trial ->
                new Plan(trial, trial.applicationId(), product, null).include(trial.allowances());
            case MessagePackBought pack -> List.of(packOf(pack));
            case LicencesBought _, ChatUpgraded _, ChatExpiryAnnounced _, ChatExpired _, ChatTrialEnded _ -> List.of();
        };
    }

    /** A month's messages have an id of their own: the plan's and the day the month begins. */
    private record Plan(ChatEvent event, long applicationId, ProductCode product, @Nullable OrderId orderId) {

        List<GrantMessages> include(List<MessageAllowance> allowances) {
            return allowances.stream().map(this::include).toList();
        }

        private GrantMessages include(MessageAllowance allowance) {
            var day = BusinessTime.dateOf(allowance.from()).format(DateTimeFormatter.BASIC_ISO_DATE);
            return new GrantMessages(
                    event.accountId(),
                    applicationId,
                    new PackId(event.resourceId() + "-" + day),
                    product,
                    allowance.messages(),
                    INCLUDED,
                    true,
                    allowance.from(),
                    allowance.until(),
                    orderId);
        }
    }

    private static GrantMessages packOf(MessagePackBought pack) {
        return new GrantMessages(
                pack.accountId(),
                pack.applicationId(),
                new PackId(pack.resourceId().value()),
                pack.product(),
                pack.messages(),
                pack.price().per(pack.messages()),
                false,
                pack.boughtAt(),
                pack.validUntil(),
                pack.orderId());
    }
}
