package io.minutebook.billing;

import io.minutebook.billing.account.AccountAggregate;
import io.minutebook.billing.account.AccountDetailsChanged;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.orders.OrderAggregate;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackPoolAggregate;
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
            OrderPaid.class,
            OrderPlaced.class,
            PackGranted.class,
            MinutesDrawn.class,
            PackExpired.class,
            DrawReversed.class,
            UsageListed.class,
            ListingWithdrawn.class,
            AccountAggregate.class,
            OrderAggregate.class,
            PackPoolAggregate.class,
            UsageLogAggregate.class);

    private DomainTypes() {}

    public static List<Class<?>> storedTypes() {
        return STORED;
    }
}
