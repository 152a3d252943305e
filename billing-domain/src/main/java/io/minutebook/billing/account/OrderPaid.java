package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.Stored;
import java.time.Instant;
import java.util.List;

/** An order was paid; funds and vouchers carry what they were left with. */
@Stored(name = "account.order-paid", version = 2)
public record OrderPaid(
        AccountId accountId, OrderId orderId, Instant paidAt, Paid paid, List<VoucherUse> vouchers, Funds funds)
        implements AccountEvent {

    public OrderPaid {
        vouchers = List.copyOf(vouchers);
    }
}
