package io.minutebook.billing.ledger;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.account.AccountDetailsChanged;
import io.minutebook.billing.account.AccountEvent;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsRanLow;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.ViolationAppealed;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.billing.account.VoucherExpired;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.corrections.AdjustmentEvent;
import io.minutebook.billing.discounts.AccountPriceSet;
import io.minutebook.billing.discounts.PromotionSet;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.months.MonthEvent;
import io.minutebook.billing.numbers.AutoRenewalSet;
import io.minutebook.billing.numbers.NumberDeregistered;
import io.minutebook.billing.numbers.NumberEvent;
import io.minutebook.billing.numbers.NumberExpired;
import io.minutebook.billing.numbers.NumberExpiryAnnounced;
import io.minutebook.billing.numbers.NumberHolderRegistered;
import io.minutebook.billing.numbers.NumberLapsed;
import io.minutebook.billing.numbers.NumberRefunded;
import io.minutebook.billing.numbers.NumberRenewed;
import io.minutebook.billing.numbers.NumberRented;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.Draw;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MessagesGranted;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackExpiryAnnounced;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackLevelReached;
import io.minutebook.billing.packs.PackRefunded;
import io.minutebook.billing.packs.Return;
import io.minutebook.billing.refunds.FullRefundClaimed;
import io.minutebook.billing.refunds.RefundEvent;
import io.minutebook.billing.seats.SeatEvent;
import io.minutebook.billing.seats.SeatsRefunded;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.UsageEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * What an event moves, as one balanced entry. Each value moves once: an order's payment, price and delivery are three
 * events, of which the order alone is posted; an expiry at the end of a term moves nothing, for its days have, nor does
 * the word that a voucher lapsed, for its validity tells.
 */
public final class Journal {

    private Journal() {}

    /**
     * The entry of an event; none where it moves no value.
     *
     * @param purchases what was paid for before the event
     * @throws UnsupportedOperationException for what the journal has no place for: nothing may pass it by unseen
     */
    public static Optional<Entry> entryOf(Object event, Purchases purchases) {
        return switch (event) {
            case AccountEvent ofAccount -> entryOf(ofAccount);
            case OrderPlaced order -> entryOf(order);
            case PackEvent ofPacks -> entryOf(ofPacks, purchases);
            case NumberEvent ofNumber -> entryOf(ofNumber, purchases);
            case SeatsRefunded refunded -> refunded(refunded, refunded.accountId(), refunded.refundedAt(), purchases);
            case SeatEvent _, ChatEvent _, UsageEvent _, NumberHolderRegistered _, RefundEvent _, FullRefundClaimed _,
                    AdjustmentEvent _, AccountPriceSet _, PromotionSet _, EntitlementExceeded _, MonthEvent _ ->
                Optional.empty();
            default -> throw new UnsupportedOperationException("the journal has no place for " + event.getClass());
        };
    }

    private static Optional<Entry> entryOf(AccountEvent event) {
        return switch (event) {
            case FundsCredited credited -> new Postings()
                    .debit(LedgerAccount.sourceOf(credited.kind()), credited.amount())
                    .credit(LedgerAccount.fundsOf(credited.kind()), credited.amount())
                    .entry(EntryKind.FUNDS_CREDITED, credited.accountId(), credited.creditedAt());
            case VoucherIssued issued -> new Postings()
                    .debit(LedgerAccount.PROMOTIONS_VOUCHERS, issued.amount(), issued.voucherId().value())
                    .credit(LedgerAccount.VOUCHERS, issued.amount(), issued.voucherId().value())
                    .entry(EntryKind.VOUCHER_ISSUED, issued.accountId(), issued.issuedAt());
            case FundsReturned returned -> entryOf(returned);
            case AccountRegistered _, AccountDetailsChanged _, OrderPaid _, FundsRanLow _, VoucherExpired _,
                    ViolationFound _, ViolationAppealed _ -> Optional.empty();
        };
    }

    /** What ended gave up what was deferred for it; the money comes out of that. */
    private static Optional<Entry> entryOf(FundsReturned returned) {
        var money = returned.returned();
        return new Postings()
                .debit(LedgerAccount.INCOME_REFUNDS, money.total())
                .credit(LedgerAccount.FUNDS_CASH, money.cash())
                .credit(LedgerAccount.FUNDS_GIFT, money.gift())
                .credit(LedgerAccount.FUNDS_REVENUE_SHARE, money.revenueShare())
                .entry(EntryKind.FUNDS_RETURNED, returned.accountId(), returned.returnedAt());
    }

    /** What was paid, by where it came from, is owed as packs and terms from now on. */
    private static Optional<Entry> entryOf(OrderPlaced order) {
        var paid = order.paid();
        var postings = new Postings()
                .debit(LedgerAccount.FUNDS_CASH, paid.cash())
                .debit(LedgerAccount.FUNDS_GIFT, paid.gift())
                .debit(LedgerAccount.FUNDS_REVENUE_SHARE, paid.revenueShare())
                .debit(LedgerAccount.VOUCHERS, paid.voucher());
        for (var pack : Purchases.packsIn(order)) {
            postings.credit(LedgerAccount.DEFERRED_PACKS, pack.paid(), pack.packId().value());
        }
        for (var term : Purchases.termsIn(order)) {
            postings.credit(LedgerAccount.DEFERRED_TERMS, term.paid(), term.resourceId().value());
        }
        return postings.entry(
                EntryKind.ORDER_PLACED, order.accountId(), order.placedAt(), BillingMonth.of(order.placedAt()),
                order.orderId());
    }

    private static Optional<Entry> entryOf(PackEvent event, Purchases purchases) {
        return switch (event) {
            case MinutesDrawn drawn -> {
                var postings = new Postings();
                for (var draw : drawn.draws()) post(draw, drawn.usage(), purchases, postings);
                yield entry(drawn.usage(), drawn.usage().month(), postings);
            }
            case DrawReversed reversed -> {
                var postings = new Postings();
                for (var back : reversed.returns()) post(back, reversed.usage(), purchases, postings);
                var month = reversed.lateIn() == null ? reversed.usage().month() : reversed.lateIn();
                yield entry(reversed.usage(), month, postings);
            }
            case PackExpired expired -> entryOf(expired, purchases);
            case PackRefunded refunded -> entryOf(refunded, purchases);
            case MinutesAdjusted adjusted -> entryOf(adjusted, purchases);
            case PackGranted _, MessagesGranted _, PackLevelReached _, PackExpiryAnnounced _ -> Optional.empty();
        };
    }

    private static void post(Draw draw, MeteredUsage usage, Purchases purchases, Postings postings) {
        purchases.pack(draw.packId()).ifPresent(pack -> {
            var after = draw.balance();
            var before = balance(
                    after, after.drawn().minus(draw.minutes()), after.expired().plus(draw.fromExpired()));
            pack.post(
                    before, after, LedgerAccount.incomeOf(usage.meter()), LedgerAccount.INCOME_BREAKAGE, postings);
        });
    }

    private static void post(Return back, MeteredUsage usage, Purchases purchases, Postings postings) {
        purchases.pack(back.packId()).ifPresent(pack -> {
            var after = back.balance();
            var before = balance(after, after.drawn().plus(back.moved()), after.expired().minus(back.toExpired()));
            pack.post(
                    before, after, LedgerAccount.incomeOf(usage.meter()), LedgerAccount.INCOME_BREAKAGE, postings);
        });
    }

    private static Optional<Entry> entryOf(PackExpired expired, Purchases purchases) {
        var postings = new Postings();
        purchases.pack(expired.packId()).ifPresent(pack -> {
            var after = expired.balance();
            var before = balance(after, after.drawn(), after.expired().minus(expired.minutes()));
            pack.post(
                    before, after, LedgerAccount.incomeOf(expired.meter()), LedgerAccount.INCOME_BREAKAGE, postings);
        });
        return postings.entry(EntryKind.PACK_EXPIRED, expired.accountId(), expired.expiredAt());
    }

    /** The calls that drew them stay as they were booked; what the minutes were worth moves now. */
    private static Optional<Entry> entryOf(MinutesAdjusted adjusted, Purchases purchases) {
        var postings = new Postings();
        purchases.pack(adjusted.packId()).ifPresent(pack -> {
            var after = adjusted.balance();
            var drawn = adjusted.returned()
                    ? after.drawn().plus(adjusted.minutes())
                    : after.drawn().minus(adjusted.minutes());
            pack.post(
                    balance(after, drawn, after.expired()), after, LedgerAccount.incomeOf(adjusted.meter()),
                    LedgerAccount.INCOME_BREAKAGE, postings);
        });
        return postings.entry(EntryKind.MINUTES_ADJUSTED, adjusted.accountId(), adjusted.adjustedAt());
    }

    private static Optional<Entry> entryOf(PackRefunded refunded, Purchases purchases) {
        var postings = new Postings();
        purchases.pack(refunded.packId()).ifPresent(pack -> {
            var after = refunded.balance();
            var before = new Balance(
                    after.granted(), after.drawn(), after.remaining().plus(refunded.minutes()), after.expired(),
                    after.refunded().minus(refunded.minutes()));
            pack.post(
                    before, after, LedgerAccount.incomeOf(refunded.meter()), LedgerAccount.INCOME_REFUNDS, postings);
        });
        return postings.entry(EntryKind.RESOURCE_REFUNDED, refunded.accountId(), refunded.refundedAt());
    }

    /** The balance before a change of the minutes drawn and expired: what is neither remained. */
    private static Balance balance(Balance after, Minutes drawn, Minutes expired) {
        var remaining = after.granted().minus(drawn).minus(expired).minus(after.refunded());
        return new Balance(after.granted(), drawn, remaining, expired, after.refunded());
    }

    /** In the month that the record is billed in. */
    private static Optional<Entry> entry(MeteredUsage usage, BillingMonth month, Postings postings) {
        return postings.entry(
                EntryKind.MINUTES_DRAWN, usage.record().accountId(), usage.endedAt(), month, null);
    }

    private static Optional<Entry> entryOf(NumberEvent event, Purchases purchases) {
        return switch (event) {
            case NumberDeregistered given -> entryOf(given, purchases);
            case NumberRefunded refunded -> refunded(refunded, refunded.accountId(), refunded.refundedAt(), purchases);
            case NumberRented _, NumberRenewed _, AutoRenewalSet _, NumberExpiryAnnounced _, NumberLapsed _,
                    NumberExpired _ -> Optional.empty();
        };
    }

    /** What is left of its terms is given up without money back. */
    private static Optional<Entry> entryOf(NumberDeregistered given, Purchases purchases) {
        var postings = new Postings();
        TermsEnded.by(given).forEach(ended -> ended.post(purchases, LedgerAccount.INCOME_BREAKAGE, postings));
        return postings.entry(EntryKind.NUMBER_DEREGISTERED, given.accountId(), given.deregisteredAt());
    }

    /** Nothing of its terms is owed any more. */
    private static Optional<Entry> refunded(Object event, AccountId accountId, Instant at, Purchases purchases) {
        var postings = new Postings();
        TermsEnded.by(event).forEach(ended -> ended.post(purchases, LedgerAccount.INCOME_REFUNDS, postings));
        return postings.entry(EntryKind.RESOURCE_REFUNDED, accountId, at);
    }
}
