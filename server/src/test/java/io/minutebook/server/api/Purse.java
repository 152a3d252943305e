package io.minutebook.server.api;

import io.minutebook.billing.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a customer has in its account by its own count: vouchers pay first, then what is named, gift, revenue share, cash. */
final class Purse {

    private Money gift;
    private Money revenueShare;
    private Money cash;

    Purse(Money gift, Money revenueShare, Money cash) {
        this.gift = gift;
        this.revenueShare = revenueShare;
        this.cash = cash;
    }

    Money gift() {
        return gift;
    }

    Money revenueShare() {
        return revenueShare;
    }

    Money cash() {
        return cash;
    }

    /**
     * Pays what an order says is owed.
     *
     * @param named gift that is taken exactly; null where nothing is named
     */
    BilledMoney pay(JsonNode order, Money voucher, @Nullable Money named) {
        return pay(
                BilledMoney.money(order, "/listPrice"), BilledMoney.money(order, "/discount"),
                BilledMoney.money(order, "/payable"), voucher, named);
    }

    BilledMoney pay(Money listPrice, Money discount, Money payable, Money voucher, @Nullable Money named) {
        var ofVoucher = voucher.min(payable);
        var owed = payable.minus(ofVoucher);
        var ofGift = named == null ? gift.min(owed) : named;
        var ofRevenueShare = revenueShare.min(owed.minus(ofGift));
        var ofCash = owed.minus(ofGift).minus(ofRevenueShare);
        take(ofGift, ofRevenueShare, ofCash);
        return new BilledMoney(listPrice, discount, payable, ofVoucher, ofGift, ofRevenueShare, ofCash);
    }

    /** Its amounts are below zero. */
    void takeBack(BilledMoney refund) {
        take(refund.gift(), refund.revenueShare(), refund.cash());
    }

    private void take(Money ofGift, Money ofRevenueShare, Money ofCash) {
        gift = gift.minus(ofGift);
        revenueShare = revenueShare.minus(ofRevenueShare);
        cash = cash.minus(ofCash);
    }
}
