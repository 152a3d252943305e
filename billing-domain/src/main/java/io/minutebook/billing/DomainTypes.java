package io.minutebook.billing;

import io.minutebook.billing.account.AccountAggregate;
import io.minutebook.billing.account.AccountDetailsChanged;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsRanLow;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.ViolationAppealed;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.billing.account.VoucherExpired;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.chat.ChatAggregate;
import io.minutebook.billing.chat.ChatExpired;
import io.minutebook.billing.chat.ChatExpiryAnnounced;
import io.minutebook.billing.chat.ChatPlanBought;
import io.minutebook.billing.chat.ChatRenewed;
import io.minutebook.billing.chat.ChatTrialEnded;
import io.minutebook.billing.chat.ChatTrialStarted;
import io.minutebook.billing.chat.ChatUpgraded;
import io.minutebook.billing.chat.LicencesBought;
import io.minutebook.billing.chat.MessagePackBought;
import io.minutebook.billing.corrections.AdjustmentApproved;
import io.minutebook.billing.corrections.AdjustmentRequested;
import io.minutebook.billing.corrections.AdjustmentsAggregate;
import io.minutebook.billing.discounts.AccountPriceSet;
import io.minutebook.billing.discounts.AccountPricesAggregate;
import io.minutebook.billing.discounts.PromotionSet;
import io.minutebook.billing.discounts.PromotionsAggregate;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.entitlements.EntitlementsAggregate;
import io.minutebook.billing.months.MonthClosed;
import io.minutebook.billing.months.MonthFinalised;
import io.minutebook.billing.months.MonthsAggregate;
import io.minutebook.billing.months.MonthsBegun;
import io.minutebook.billing.numbers.AutoRenewalSet;
import io.minutebook.billing.numbers.NumberAggregate;
import io.minutebook.billing.numbers.NumberDeregistered;
import io.minutebook.billing.numbers.NumberExpired;
import io.minutebook.billing.numbers.NumberExpiryAnnounced;
import io.minutebook.billing.numbers.NumberHolderAggregate;
import io.minutebook.billing.numbers.NumberHolderRegistered;
import io.minutebook.billing.numbers.NumberLapsed;
import io.minutebook.billing.numbers.NumberRefunded;
import io.minutebook.billing.numbers.NumberRenewed;
import io.minutebook.billing.numbers.NumberRented;
import io.minutebook.billing.orders.OrderAggregate;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MessagesGranted;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackExpiryAnnounced;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackLevelReached;
import io.minutebook.billing.packs.PackPoolAggregate;
import io.minutebook.billing.packs.PackRefunded;
import io.minutebook.billing.refunds.FullRefundClaimed;
import io.minutebook.billing.refunds.LegalEntityAggregate;
import io.minutebook.billing.refunds.RefundGranted;
import io.minutebook.billing.refunds.RefundVetoed;
import io.minutebook.billing.refunds.RefundsAggregate;
import io.minutebook.billing.refunds.VetoLifted;
import io.minutebook.billing.seats.AddOnBought;
import io.minutebook.billing.seats.PlanBought;
import io.minutebook.billing.seats.SeatTrialEnded;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.billing.seats.SeatsAggregate;
import io.minutebook.billing.seats.SeatsExpired;
import io.minutebook.billing.seats.SeatsExpiryAnnounced;
import io.minutebook.billing.seats.SeatsRefunded;
import io.minutebook.billing.seats.SeatsRenewed;
import io.minutebook.billing.seats.SeatsUpgraded;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.billing.usage.UsageLogAggregate;
import java.util.List;

/**
 * Everything the ledger stores under a permanent name: the events, and the aggregates that have snapshots.
 */
public final class DomainTypes {

    private static final List<Class<?>> STORED = List.of(
            AccountRegistered.class,
            AccountDetailsChanged.class,
            FundsCredited.class,
            VoucherIssued.class,
            VoucherExpired.class,
            OrderPaid.class,
            FundsRanLow.class,
            FundsReturned.class,
            ViolationFound.class,
            ViolationAppealed.class,
            OrderPlaced.class,
            AccountPriceSet.class,
            PromotionSet.class,
            PackGranted.class,
            MessagesGranted.class,
            MinutesDrawn.class,
            PackLevelReached.class,
            PackExpiryAnnounced.class,
            PackExpired.class,
            DrawReversed.class,
            PackRefunded.class,
            MinutesAdjusted.class,
            UsageListed.class,
            ListingWithdrawn.class,
            PlanBought.class,
            AddOnBought.class,
            SeatsRenewed.class,
            SeatsUpgraded.class,
            SeatsExpiryAnnounced.class,
            SeatsExpired.class,
            SeatTrialStarted.class,
            SeatTrialEnded.class,
            SeatsRefunded.class,
            ChatPlanBought.class,
            LicencesBought.class,
            ChatRenewed.class,
            ChatUpgraded.class,
            ChatExpiryAnnounced.class,
            ChatExpired.class,
            ChatTrialStarted.class,
            ChatTrialEnded.class,
            MessagePackBought.class,
            NumberRented.class,
            NumberRenewed.class,
            AutoRenewalSet.class,
            NumberExpiryAnnounced.class,
            NumberLapsed.class,
            NumberExpired.class,
            NumberDeregistered.class,
            NumberRefunded.class,
            NumberHolderRegistered.class,
            EntitlementExceeded.class,
            RefundGranted.class,
            RefundVetoed.class,
            VetoLifted.class,
            FullRefundClaimed.class,
            AdjustmentRequested.class,
            AdjustmentApproved.class,
            MonthsBegun.class,
            MonthClosed.class,
            MonthFinalised.class,
            AccountAggregate.class,
            OrderAggregate.class,
            AccountPricesAggregate.class,
            PromotionsAggregate.class,
            PackPoolAggregate.class,
            UsageLogAggregate.class,
            SeatsAggregate.class,
            ChatAggregate.class,
            NumberAggregate.class,
            NumberHolderAggregate.class,
            EntitlementsAggregate.class,
            RefundsAggregate.class,
            LegalEntityAggregate.class,
            AdjustmentsAggregate.class,
            MonthsAggregate.class);

    private DomainTypes() {}

    public static List<Class<?>> storedTypes() {
        return STORED;
    }
}
