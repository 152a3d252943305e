package io.minutebook.server.store;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.PlanInForce;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.catalogue.Family;
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
import io.minutebook.billing.discounts.DiscountInForce;
import io.minutebook.billing.discounts.DiscountSource;
import io.minutebook.billing.discounts.PriceTerms;
import io.minutebook.billing.discounts.Rate;
import io.minutebook.billing.entitlements.EntitlementCode;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.numbers.AutoRenewalSet;
import io.minutebook.billing.numbers.NumberDeregistered;
import io.minutebook.billing.numbers.NumberExpired;
import io.minutebook.billing.numbers.NumberExpiryAnnounced;
import io.minutebook.billing.numbers.NumberHolderRegistered;
import io.minutebook.billing.numbers.NumberLapsed;
import io.minutebook.billing.numbers.NumberRenewed;
import io.minutebook.billing.numbers.NumberRented;
import io.minutebook.billing.orders.Calculation;
import io.minutebook.billing.orders.DayShare;
import io.minutebook.billing.orders.MessageGrant;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.Subscription;
import io.minutebook.billing.orders.Transaction;
import io.minutebook.billing.seats.AddOnBought;
import io.minutebook.billing.seats.PlanBought;
import io.minutebook.billing.seats.SeatTrialEnded;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.billing.seats.SeatsExpired;
import io.minutebook.billing.seats.SeatsExpiryAnnounced;
import io.minutebook.billing.seats.SeatsRenewed;
import io.minutebook.billing.seats.SeatsUpgraded;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One event of each kind about plans, add-ons, numbers and trials, and the order lines that go with them. */
final class SubscriptionSamples {

    private static final AccountId ACCOUNT = new AccountId("1300000001");
    private static final OrderId ORDER = new OrderId("O000000000001");
    private static final ResourceId PLAN = new ResourceId("S000000000003");
    private static final ResourceId ADD_ON = new ResourceId("S000000000004");
    private static final ResourceId CHAT = new ResourceId("C000000000005");
    private static final ResourceId LICENCES = new ResourceId("C000000000006");
    private static final ResourceId NUMBER = new ResourceId("N000000000007");
    private static final ResourceId MESSAGE_PACK = new ResourceId("M000000000008");
    private static final long APPLICATION = 1_400_000_001L;
    private static final Instant FROM = Instant.parse("2025-01-15T02:00:00Z");
    private static final Instant UNTIL = Instant.parse("2025-02-15T02:00:00Z");
    private static final Instant RENEWED_UNTIL = Instant.parse("2025-03-15T02:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2025-02-14T16:00:00Z");
    private static final Instant TRIAL_UNTIL = Instant.parse("2025-01-21T16:00:00Z");
    private static final PaidTerm TERM = new PaidTerm(FROM, UNTIL, Term.MONTH, 1, Money.yuan("597.00"));
    private static final PaidTerm NEXT = new PaidTerm(UNTIL, RENEWED_UNTIL, Term.MONTH, 1, Money.yuan("597.00"));
    private static final PaidTerm CHAT_TERM = new PaidTerm(FROM, MIDNIGHT, Term.MONTH, 1, Money.yuan("1500.00"));
    private static final PaidTerm CHAT_NEXT =
            new PaidTerm(MIDNIGHT, Instant.parse("2025-03-14T16:00:00Z"), Term.MONTH, 1, Money.yuan("1500.00"));
    private static final List<MessageAllowance> ALLOWANCES = List.of(new MessageAllowance(FROM, MIDNIGHT, 10_000));
    private static final Paid NOTHING = new Paid(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    static final OrderLine UPGRADE = new OrderLine(
            new ProductCode("chat-advanced"),
            Family.SUBSCRIPTION,
            Transaction.UPGRADE,
            null,
            CHAT.value(),
            2,
            null,
            null,
            new Subscription(APPLICATION, Edition.ADVANCED, Region.DOMESTIC, Term.MONTH, 1, PLAN, false),
            UnitPrice.of("3000"),
            null,
            Money.yuan("6000.00"),
            Money.yuan("3000.00"),
            Money.yuan("3000.00"),
            new Calculation(
                    List.of(new DayShare(UnitPrice.of("12000"), 15, 30)),
                    null,
                    null,
                    List.of(new DayShare(UnitPrice.of("6000"), 15, 30)),
                    RoundingMode.HALF_UP),
            NOTHING,
            FROM,
            MIDNIGHT,
            LocalDate.parse("2025-02-14"));

    static final OrderLine MESSAGES = new OrderLine(
            new ProductCode("bot-messages-100k"),
            Family.ADD_ON,
            Transaction.PURCHASE,
            null,
            MESSAGE_PACK.value(),
            1,
            null,
            new MessageGrant(APPLICATION, Region.DOMESTIC, 100_000),
            null,
            UnitPrice.of("0"),
            null,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            null,
            NOTHING,
            FROM,
            Instant.parse("2026-01-15T16:00:00Z"),
            LocalDate.parse("2026-01-15"));

    static final EntitlementExceeded EXCEEDED = new EntitlementExceeded(
            ACCOUNT,
            APPLICATION,
            new EntitlementCode("E-013"),
            LocalDate.parse("2025-01-20"),
            new RecordId("/cdr/ap-guangzhou", "1400000001:session-7:p3"),
            Instant.parse("2025-01-19T16:00:00Z"),
            new PlanInForce(PLAN, Edition.STANDARD, false, FROM, UNTIL));

    static final DiscountInForce PROMOTION = new DiscountInForce(
            DiscountSource.PROMOTION, "spring", PriceTerms.rate("0.9"), FROM, UNTIL, "spring sale", true);

    static final OrderLine AT_A_RATE = addOn(
            PROMOTION,
            "135.00",
            new Calculation(
                    List.of(new DayShare(UnitPrice.of("300"), 15, 30)),
                    null,
                    Rate.of("0.9"),
                    List.of(),
                    RoundingMode.HALF_UP));

    static final OrderLine AT_AN_OWN_PRICE = addOn(
            new DiscountInForce(
                    DiscountSource.ACCOUNT, "own-price-2", PriceTerms.amount("280"), FROM, null, "contract 7", false),
            "140.00",
            new Calculation(
                    List.of(new DayShare(UnitPrice.of("300"), 15, 30)),
                    List.of(new DayShare(UnitPrice.of("280"), 15, 30)),
                    null,
                    List.of(),
                    RoundingMode.HALF_UP));

    private SubscriptionSamples() {}

    /** A licence for half a month, listed at 150.00. */
    private static OrderLine addOn(DiscountInForce discount, String amount, Calculation how) {
        return new OrderLine(
                new ProductCode("chat-licence"),
                Family.ADD_ON,
                Transaction.PURCHASE,
                null,
                LICENCES.value(),
                1,
                null,
                null,
                new Subscription(APPLICATION, null, Region.DOMESTIC, Term.MONTH, 1, CHAT, null),
                UnitPrice.of("300"),
                discount,
                Money.yuan("150.00"),
                Money.yuan("150.00").minus(Money.yuan(amount)),
                Money.yuan(amount),
                how,
                NOTHING,
                FROM,
                MIDNIGHT,
                LocalDate.parse("2025-02-14"));
    }

    static void addTo(Map<String, Object> samples) {
        addSeats(samples);
        addChat(samples);
        addNumbers(samples);
    }

    private static void addSeats(Map<String, Object> samples) {
        var standard = new ProductCode("seats-standard");
        samples.put("seats.plan-bought-1", new PlanBought(
                ACCOUNT, ORDER, PLAN, APPLICATION, standard, Edition.STANDARD, 1, 3, TERM));
        samples.put("seats.add-on-bought-1", new AddOnBought(
                ACCOUNT, ORDER, ADD_ON, PLAN, APPLICATION, new ProductCode("extra-seat-standard"), Edition.STANDARD, 4,
                4, TERM));
        samples.put("seats.seats-renewed-1", new SeatsRenewed(ACCOUNT, ORDER, PLAN, FROM, NEXT));
        samples.put("seats.seats-upgraded-1", new SeatsUpgraded(
                ACCOUNT, ORDER, PLAN, new ProductCode("seats-advanced"), Edition.ADVANCED, FROM, UNTIL,
                Money.yuan("300.00")));
        samples.put("seats.seats-expiry-announced-1", new SeatsExpiryAnnounced(ACCOUNT, PLAN, 7, FROM, UNTIL));
        samples.put("seats.seats-expired-1", new SeatsExpired(ACCOUNT, PLAN, UNTIL));
        samples.put("seats.seat-trial-started-1", new SeatTrialStarted(
                ACCOUNT, PLAN, APPLICATION, standard, Edition.STANDARD, 3, 1, FROM, TRIAL_UNTIL));
        samples.put("seats.seat-trial-ended-1", new SeatTrialEnded(ACCOUNT, PLAN, TRIAL_UNTIL));
    }

    private static void addChat(Map<String, Object> samples) {
        var overseas = Region.OVERSEAS;
        var standard = new ProductCode("chat-standard");
        var advanced = new ProductCode("chat-advanced");
        samples.put("chat.chat-plan-bought-1", new ChatPlanBought(
                ACCOUNT, ORDER, CHAT, APPLICATION, overseas, standard, Edition.STANDARD, 1, 3, CHAT_TERM, ALLOWANCES));
        samples.put("chat.licences-bought-1", new LicencesBought(
                ACCOUNT, ORDER, LICENCES, CHAT, APPLICATION, overseas, new ProductCode("chat-licence"), 5, 5,
                CHAT_TERM));
        samples.put("chat.chat-renewed-1", new ChatRenewed(
                ACCOUNT, ORDER, CHAT, APPLICATION, overseas, FROM, CHAT_NEXT, ALLOWANCES));
        samples.put("chat.chat-upgraded-1", new ChatUpgraded(
                ACCOUNT, ORDER, CHAT, advanced, Edition.ADVANCED, FROM, MIDNIGHT, Money.yuan("3000.00")));
        samples.put("chat.chat-expiry-announced-1", new ChatExpiryAnnounced(ACCOUNT, CHAT, 7, FROM, MIDNIGHT));
        samples.put("chat.chat-expired-1", new ChatExpired(ACCOUNT, CHAT, MIDNIGHT));
        samples.put("chat.chat-trial-started-1", new ChatTrialStarted(
                ACCOUNT, CHAT, APPLICATION, overseas, advanced, Edition.ADVANCED, 3, 1, FROM, TRIAL_UNTIL, ALLOWANCES));
        samples.put("chat.chat-trial-ended-1", new ChatTrialEnded(ACCOUNT, CHAT, TRIAL_UNTIL));
        samples.put("chat.message-pack-bought-1", new MessagePackBought(
                ACCOUNT, ORDER, MESSAGE_PACK, APPLICATION, overseas, new ProductCode("bot-messages-100k"), 100_000,
                UnitPrice.of("0"), FROM, Instant.parse("2026-01-15T16:00:00Z")));
    }

    private static void addNumbers(Map<String, Object> samples) {
        samples.put("numbers.number-rented-1", new NumberRented(
                ACCOUNT, ORDER, NUMBER, new ProductCode("number-landline"), TERM, true));
        samples.put("numbers.number-renewed-1", new NumberRenewed(ACCOUNT, ORDER, NUMBER, UNTIL, true, NEXT));
        samples.put("numbers.auto-renewal-set-1", new AutoRenewalSet(ACCOUNT, NUMBER, false, FROM));
        samples.put("numbers.number-expiry-announced-1", new NumberExpiryAnnounced(ACCOUNT, NUMBER, 1, FROM, UNTIL));
        samples.put("numbers.number-lapsed-1", new NumberLapsed(ACCOUNT, NUMBER, Money.yuan("50.00"), UNTIL));
        samples.put("numbers.number-expired-1", new NumberExpired(ACCOUNT, NUMBER, UNTIL));
        samples.put("numbers.number-deregistered-1", new NumberDeregistered(ACCOUNT, NUMBER, FROM));
        samples.put("numbers.number-holder-registered-1", new NumberHolderRegistered(ACCOUNT, FROM));
    }
}
