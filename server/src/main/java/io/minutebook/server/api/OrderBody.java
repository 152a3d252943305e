package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Term;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.Payment;
import io.minutebook.billing.orders.OrderItem;
import io.minutebook.billing.orders.PlaceOrder;
import io.minutebook.billing.usage.Region;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to buy, and how to pay for it; without payment no voucher is used. */
record OrderBody(
        @Schema(requiredMode = REQUIRED) @ArraySchema(minItems = 1, maxItems = 1_000)
        @Nullable List<@Nullable Item> items,
        @Nullable PaymentBody payment) {

    private static final int MOST_ITEMS = 1_000;
    private static final int MOST_VOUCHERS = 100;

    PlaceOrder toCommand(AccountId accountId, Instant at) {
        var howToPay = payment == null ? Payment.UNSPECIFIED : payment.toPayment();
        return new PlaceOrder(accountId, orderItems(), howToPay, at);
    }

    List<OrderItem> orderItems() {
        return Fields.list("items", items, MOST_ITEMS).stream().map(Item::toItem).toList();
    }

    /**
     * A fixed pack by quantity (1 when left out), a custom pack by its minutes, seats by term, numbers and chat by
     * months; what is of an application names it.
     */
    record Item(
            @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 100) @Nullable String product,
            @Nullable Long quantity,
            @Nullable Long minutes,
            @Nullable Term term,
            @Nullable Long periods,
            @Nullable Long months,
            @Nullable Region region,
            @Nullable Long applicationId,
            @Nullable Boolean autoRenew) {

        OrderItem toItem() {
            var code = new ProductCode(Fields.text("items.product", product, 100));
            return new OrderItem(
                    code, quantity, minutes, term, periods, months, region,
                    Fields.application("items.applicationId", applicationId), autoRenew);
        }
    }

    /** Vouchers are used first and in this order, then each amount given exactly, then what is not given. */
    record PaymentBody(
            @ArraySchema(maxItems = 100) @Nullable List<@Nullable VoucherId> voucherIds,
            @Nullable Money gift,
            @Nullable Money revenueShare,
            @Nullable Money cash) {

        Payment toPayment() {
            var vouchers = Fields.listOrNone("payment.voucherIds", voucherIds, MOST_VOUCHERS);
            return new Payment(vouchers, gift, revenueShare, cash);
        }
    }
}
