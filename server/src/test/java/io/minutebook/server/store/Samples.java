package io.minutebook.server.store;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.VoucherId;
import io.minutebook.billing.account.AccountDetailsChanged;
import io.minutebook.billing.account.AccountRegistered;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.FundsRanLow;
import io.minutebook.billing.account.OrderPaid;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.account.VoucherExpired;
import io.minutebook.billing.account.VoucherIssued;
import io.minutebook.billing.account.VoucherShare;
import io.minutebook.billing.account.VoucherUse;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.discounts.AccountPriceSet;
import io.minutebook.billing.discounts.DiscountInForce;
import io.minutebook.billing.discounts.PriceTerms;
import io.minutebook.billing.discounts.Promotion;
import io.minutebook.billing.discounts.PromotionSet;
import io.minutebook.billing.months.MonthClosed;
import io.minutebook.billing.months.MonthFigures;
import io.minutebook.billing.months.MonthFinalised;
import io.minutebook.billing.months.MonthTotals;
import io.minutebook.billing.months.MonthsBegun;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.orders.Transaction;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.Draw;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MessagesGranted;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackExpiryAnnounced;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackLevelReached;
import io.minutebook.billing.packs.Return;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.MediaType;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.Network;
import io.minutebook.billing.usage.Ownership;
import io.minutebook.billing.usage.Party;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.RecognitionFeature;
import io.minutebook.billing.usage.RecognitionMode;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;
import io.minutebook.billing.usage.ServiceNumberType;
import io.minutebook.billing.usage.UsageListed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event of each stored kind, with every field set. */
public final class Samples {

    private static final AccountId ACCOUNT = new AccountId("1300000001");
    private static final OrderId ORDER = new OrderId("O000000000001");
    private static final PackId PACK = new PackId("P000000000002");
    private static final Instant BOUGHT = Instant.parse("2025-01-15T02:00:00Z");
    private static final Instant VALID_UNTIL = Instant.parse("2026-01-15T16:00:00Z");
    private static final UnitPrice PRICE = UnitPrice.of("0.142");
    private static final Paid PAID =
            new Paid(Money.yuan("260.00"), Money.yuan("1000.00"), Money.ZERO, Money.yuan("3000.00"));
    private static final VoucherId VOUCHER = new VoucherId("SPRING-1");
    private static final Funds FUNDS = new Funds(Money.yuan("2000.00"), Money.ZERO, Money.yuan("10.50"));

    private static final RecordId CORRECTION = new RecordId("/cdr/ap-guangzhou", "1400000001:s-1:main:r2");

    private Samples() {}

    /** By the name of the file that holds the approved JSON. */
    public static Map<String, Object> all() {
        var samples = new LinkedHashMap<String, Object>();
        samples.put("entitlements.entitlement-exceeded-1", SubscriptionSamples.EXCEEDED);
        samples.putAll(monthSamples());
        samples.put("account.account-registered-1", new AccountRegistered(ACCOUNT, "Blue Whale Travel", "LE-7"));
        samples.put("account.account-details-changed-1", new AccountDetailsChanged(ACCOUNT, "Blue Whale", "LE-7"));
        samples.put(
                "account.funds-credited-1",
                new FundsCredited(ACCOUNT, FundsKind.CASH, Money.yuan("5000.00"), "wire 4711", BOUGHT, FUNDS));
        samples.put(
                "account.voucher-issued-2",
                new VoucherIssued(
                        ACCOUNT, VOUCHER, Money.yuan("260.00"), BOUGHT, VALID_UNTIL, Money.yuan("1000.00"),
                        List.of(new ProductCode("landline-outbound-30000"))));
        samples.put(
                "account.voucher-expired-1",
                new VoucherExpired(ACCOUNT, VOUCHER, Money.yuan("60.00"), VALID_UNTIL));
        samples.put("account.order-paid-2", orderPaid(List.of(new VoucherShare(0, Money.yuan("260.00")))));
        samples.put(
                "account.funds-ran-low-1",
                new FundsRanLow(ACCOUNT, ORDER, BOUGHT, Money.yuan("3000.00"), FUNDS));
        samples.put("orders.order-placed-3", orderPlaced());
        samples.put("discounts.account-price-set-1", accountPriceSet());
        samples.put("discounts.promotion-set-1", promotionSet());
        samples.put("packs.pack-granted-1", packGranted());
        samples.put("packs.messages-granted-1", messagesGranted());
        samples.put("packs.minutes-drawn-1", minutesDrawn());
        samples.put("packs.pack-level-reached-1", packLevelReached());
        samples.put("packs.pack-expiry-announced-1", packExpiryAnnounced());
        samples.put("packs.pack-expired-1", packExpired());
        samples.put("packs.draw-reversed-1", drawReversed());
        SubscriptionSamples.addTo(samples);
        RefundSamples.addTo(samples);
        samples.put("usage.usage-listed-1", new UsageListed(MeteredUsage.of(botMessages(), Meter.BOT_MESSAGES)));
        samples.put("usage.listing-withdrawn-1", listingWithdrawn());
        return samples;
    }

    private static PackLevelReached packLevelReached() {
        return new PackLevelReached(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, null, PACK, 20, new Minutes(30_000), new Minutes(5_998), BOUGHT);
    }

    private static PackExpiryAnnounced packExpiryAnnounced() {
        return new PackExpiryAnnounced(
                ACCOUNT,
                Meter.BOT_MESSAGES,
                1_400_000_001L,
                new PackId("M000000000008"),
                30,
                Instant.parse("2025-12-16T16:00:00Z"),
                VALID_UNTIL,
                new Minutes(99_000));
    }

    /** As it was written before vouchers could be for some products. */
    static OrderPaid paymentOfVersion1() {
        return orderPaid(List.of());
    }

    static VoucherIssued voucherOfVersion1() {
        return new VoucherIssued(ACCOUNT, VOUCHER, Money.yuan("260.00"), BOUGHT, VALID_UNTIL, null, List.of());
    }

    private static Map<String, Object> monthSamples() {
        var month = BillingMonth.parse("2025-01");
        var totals = new MonthTotals(
                Money.yuan("4260.00"), Money.yuan("0.00"), Money.yuan("4260.00"), Money.yuan("260.00"),
                Money.yuan("1000.00"), Money.yuan("0.00"), Money.yuan("3000.00"));
        var figures = MonthFigures.NONE
                .plusUsage(3, Map.of(Meter.LANDLINE_OUTBOUND, 7L, Meter.AUDIO, -2L))
                .plusBill(totals);
        return Map.of(
                "months.months-begun-1", new MonthsBegun(month, BOUGHT),
                "months.month-closed-1", new MonthClosed(month, VALID_UNTIL, 2),
                "months.month-finalised-1", new MonthFinalised(month, 42, figures, "ab".repeat(32)));
    }

    private static AccountPriceSet accountPriceSet() {
        return new AccountPriceSet(
                ACCOUNT, 1, new ProductCode("landline-outbound-30000"), PriceTerms.amount("0.1278"), BOUGHT, VALID_UNTIL,
                "contract 7", false, BOUGHT);
    }

    private static PromotionSet promotionSet() {
        return new PromotionSet(new Promotion(
                "spring", List.of(new ProductCode("chat-licence")), PriceTerms.rate("0.9"), BOUGHT, VALID_UNTIL,
                "spring sale", true, BOUGHT));
    }

    private static OrderPaid orderPaid(List<VoucherShare> shares) {
        var use = new VoucherUse(VOUCHER, Money.yuan("260.00"), Money.ZERO, shares);
        return new OrderPaid(ACCOUNT, ORDER, BOUGHT, PAID, List.of(use), FUNDS);
    }

    private static OrderPlaced orderPlaced() {
        return new OrderPlaced(
                ORDER,
                ACCOUNT,
                BOUGHT,
                "2025-05",
                List.of(
                        packLine(accountPriceSet().price().discount(), Money.yuan("3834.00")),
                        SubscriptionSamples.UPGRADE,
                        SubscriptionSamples.MESSAGES,
                        SubscriptionSamples.AT_A_RATE,
                        SubscriptionSamples.AT_AN_OWN_PRICE),
                Money.yuan("10560.00"),
                Money.yuan("3451.00"),
                Money.yuan("7109.00"),
                PAID,
                List.of("a warning"));
    }

    /** As it was written before there were discounts. */
    static OrderPlaced orderOfVersion2() {
        var price = Money.yuan("4260.00");
        return new OrderPlaced(
                ORDER,
                ACCOUNT,
                BOUGHT,
                "2025-05",
                List.of(packLine(null, price), SubscriptionSamples.UPGRADE, SubscriptionSamples.MESSAGES),
                Money.yuan("10260.00"),
                Money.yuan("3000.00"),
                price.plus(SubscriptionSamples.UPGRADE.amount()),
                PAID,
                List.of("a warning"));
    }

    /** As it was written before there were renewals and upgrades. */
    static OrderPlaced orderOfVersion1() {
        var price = Money.yuan("4260.00");
        return new OrderPlaced(
                ORDER, ACCOUNT, BOUGHT, "2025-05", List.of(packLine(null, price)), price, Money.ZERO, price, PAID,
                List.of("a warning"));
    }

    private static OrderLine packLine(@Nullable DiscountInForce discount, Money amount) {
        var price = Money.yuan("4260.00");
        return new OrderLine(
                new ProductCode("landline-outbound-30000"),
                Family.CALL,
                Transaction.PURCHASE,
                Meter.LANDLINE_OUTBOUND,
                PACK.value(),
                1,
                new Minutes(30_000),
                null,
                null,
                PRICE,
                discount,
                price,
                price.minus(amount),
                amount,
                null,
                PAID,
                BOUGHT,
                VALID_UNTIL,
                LocalDate.parse("2026-01-15"));
    }

    private static PackGranted packGranted() {
        return new PackGranted(
                ACCOUNT,
                Meter.LANDLINE_OUTBOUND,
                PACK,
                new ProductCode("landline-outbound-30000"),
                new Minutes(30_000),
                PRICE,
                BOUGHT,
                VALID_UNTIL,
                ORDER);
    }

    private static MessagesGranted messagesGranted() {
        return new MessagesGranted(
                ACCOUNT,
                1_400_000_001L,
                new PackId("R000000000005-20250115"),
                new ProductCode("chat-standard"),
                10_000,
                UnitPrice.of("0"),
                true,
                BOUGHT,
                Instant.parse("2025-02-14T16:00:00Z"),
                ORDER);
    }

    private static MinutesDrawn minutesDrawn() {
        var left = new Balance(new Minutes(30_000), new Minutes(30_000), Minutes.ZERO, Minutes.ZERO, Minutes.ZERO);
        var draw = new Draw(PACK, new Minutes(2), new Minutes(1), PRICE, left);
        return new MinutesDrawn(MeteredUsage.of(callLeg(), Meter.LANDLINE_OUTBOUND), List.of(draw), new Minutes(1));
    }

    private static DrawReversed drawReversed() {
        var left = new Balance(
                new Minutes(30_000), new Minutes(29_998), new Minutes(1), new Minutes(1), Minutes.ZERO);
        var back = new Return(PACK, new Minutes(2), new Minutes(2), left);
        return new DrawReversed(
                MeteredUsage.of(callLeg(), Meter.LANDLINE_OUTBOUND), CORRECTION, List.of(back), new Minutes(1));
    }

    private static ListingWithdrawn listingWithdrawn() {
        return new ListingWithdrawn(MeteredUsage.of(recognition(), Meter.UNMETERED), CORRECTION);
    }

    private static PackExpired packExpired() {
        var balance = Balance.granted(new Minutes(30_000));
        var lapsed = new Balance(
                balance.granted(), Minutes.ZERO, Minutes.ZERO, balance.granted(), Minutes.ZERO);
        return new PackExpired(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, PACK, VALID_UNTIL, balance.remaining(), lapsed);
    }

    static CallLeg callLeg() {
        return new CallLeg(
                new RecordId("/cdr/ap-guangzhou", "1400000001:s-1:main"),
                ACCOUNT,
                1_400_000_001L,
                "s-1",
                "main",
                1,
                "1400000001:s-1:main",
                LegType.MAIN,
                Network.PSTN,
                Direction.OUTBOUND,
                MediaType.AUDIO,
                "+862088880000",
                ServiceNumberType.LANDLINE,
                Ownership.PLATFORM,
                new Party("+86208****0000", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
                new Party("+86138****8000", "00112233445566778899aabbccddeeff"),
                "Guangdong",
                Instant.parse("2025-01-31T15:57:00Z"),
                Instant.parse("2025-01-31T15:57:20.500Z"),
                Instant.parse("2025-01-31T15:59:59.999Z"),
                Disposition.ANSWERED,
                1,
                "agent-7");
    }

    static Recognition recognition() {
        return new Recognition(
                new RecordId("/cdr/ap-guangzhou", "1400000001:s-1:asr-1"),
                ACCOUNT,
                1_400_000_001L,
                "s-1",
                "asr-1",
                0,
                null,
                RecognitionMode.REALTIME,
                RecognitionFeature.TRANSCRIPTION,
                Instant.parse("2025-01-31T15:57:00Z"),
                Instant.parse("2025-01-31T15:59:59.999Z"),
                159_499);
    }

    private static BotMessages botMessages() {
        return new BotMessages(
                new RecordId("/bots", "1400000001:bot:b-1"),
                ACCOUNT,
                1_400_000_001L,
                "b-1",
                Region.DOMESTIC,
                250,
                Instant.parse("2025-01-31T15:59:59.999Z"));
    }
}
