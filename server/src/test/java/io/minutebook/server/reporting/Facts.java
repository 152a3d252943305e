package io.minutebook.server.reporting;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Edition;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Term;
import io.minutebook.billing.TrialTime;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.entitlements.RestrictedUse;
import io.minutebook.billing.numbers.NumberRented;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.orders.Subscription;
import io.minutebook.billing.orders.Transaction;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.Draw;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MessagesGranted;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackExpiryAnnounced;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.Return;
import io.minutebook.billing.seats.SeatTrialStarted;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
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
import io.minutebook.billing.usage.ServiceNumberType;
import io.minutebook.billing.usage.UsageListed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Events of one account with one pack of 100 minutes, bought in January 2025. */
final class Facts {

    static final AccountId ACCOUNT = new AccountId("1300000001");
    static final String POOL = "packs-1300000001-LANDLINE_OUTBOUND";
    static final PackId PACK = new PackId("P000000000002");
    static final Instant BOUGHT = Instant.parse("2025-01-15T02:00:00Z");
    static final Instant VALID_UNTIL = Instant.parse("2026-01-15T16:00:00Z");

    private static final long APPLICATION = 1_400_000_001L;
    private static final String AGENT = "agent-7";
    private static final OrderId ORDER = new OrderId("O000000000001");
    private static final ProductCode PRODUCT = new ProductCode("landline-outbound-custom");
    private static final UnitPrice PRICE = UnitPrice.of("0.145");
    private static final Minutes GRANTED = new Minutes(100);

    private Facts() {}

    static OrderPlaced orderPlaced() {
        var price = Money.yuan("14.50");
        var paid = new Paid(Money.yuan("2.00"), Money.ZERO, Money.ZERO, Money.yuan("12.50"));
        var line = new OrderLine(
                PRODUCT, Family.CALL, Transaction.PURCHASE, Meter.LANDLINE_OUTBOUND, PACK.value(), 1, GRANTED, null,
                null, PRICE, null, price, Money.ZERO, price, null, paid, BOUGHT, VALID_UNTIL, LocalDate.parse("2026-01-15"));
        return new OrderPlaced(
                ORDER, ACCOUNT, BOUGHT, "2025-05", List.of(line), price, Money.ZERO, price, paid, List.of());
    }

    static PackGranted packGranted() {
        return new PackGranted(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, PACK, PRODUCT, GRANTED, PRICE, BOUGHT, VALID_UNTIL, ORDER);
    }

    /** What the first month of a chat plan includes. */
    static MessagesGranted messagesIncluded() {
        return new MessagesGranted(
                ACCOUNT, 7, new PackId("R000000000003-20250115"), new ProductCode("chat-standard"), 10_000,
                UnitPrice.of("0"), true, BOUGHT, VALID_UNTIL, ORDER);
    }

    /** A landline number rented for a month. */
    static NumberRented numberRented() {
        var until = BusinessTime.plusMonths(BOUGHT, 1);
        var month = new PaidTerm(BOUGHT, until, Term.MONTH, 1, Money.yuan("50.00"));
        return new NumberRented(
                ACCOUNT, ORDER, new ResourceId("R000000000004"), new ProductCode("number-landline"), month, false);
    }

    /** A number for a month, of 50.00. */
    static OrderPlaced numberOrdered() {
        var price = Money.yuan("50.00");
        var paid = new Paid(Money.ZERO, Money.ZERO, Money.ZERO, price);
        var month = new Subscription(null, null, null, Term.MONTH, 1, null, false);
        var line = new OrderLine(
                new ProductCode("number-landline"), Family.CALL, Transaction.PURCHASE, null, "R1", 1, null, null, month,
                UnitPrice.of("50"), null, price, Money.ZERO, price, null, paid, BOUGHT,
                Instant.parse("2025-02-15T02:00:00Z"), LocalDate.parse("2025-02-15"));
        return new OrderPlaced(
                new OrderId("O000000000009"), ACCOUNT, BOUGHT, "2025-05", List.of(line), price, Money.ZERO, price, paid,
                List.of());
    }

    /** Seats of the standard edition, to try. */
    static SeatTrialStarted seatsTried() {
        return new SeatTrialStarted(
                ACCOUNT, new ResourceId("R000000000005"), APPLICATION, new ProductCode("seats-standard"), Edition.STANDARD,
                3, 1, BOUGHT, TrialTime.startingAt(BOUGHT).until());
    }

    /** Speech navigation, which the standard edition does not include. */
    static UsageListed navigated(String recordId, Instant endedAt) {
        var recognition = new Recognition(
                new RecordId("/cdr/ap-guangzhou", recordId), ACCOUNT, APPLICATION, recordId, "asr-1", 0, null,
                RecognitionMode.REALTIME, RecognitionFeature.IVR_NAVIGATION, endedAt, endedAt, 0);
        return new UsageListed(MeteredUsage.of(recognition, Meter.REALTIME_ASR));
    }

    static EntitlementExceeded exceededBy(UsageListed listed) {
        var use = RestrictedUse.of(listed.usage().record()).orElseThrow();
        return new EntitlementExceeded(
                ACCOUNT, use.applicationId(), use.code(), use.day(), use.record(), use.endedAt(), null);
    }

    /** A call of so many whole minutes, paid from the pack, which had so many drawn before. */
    static MinutesDrawn minutesDrawn(String recordId, Instant endedAt, long minutes, long drawnBefore) {
        var usage = MeteredUsage.of(leg(recordId, endedAt, Duration.ofMinutes(minutes)), Meter.LANDLINE_OUTBOUND);
        var draw = new Draw(PACK, new Minutes(minutes), Minutes.ZERO, PRICE, balance(drawnBefore + minutes));
        return new MinutesDrawn(usage, List.of(draw), Minutes.ZERO);
    }

    /** A call of so many whole minutes for which no pack had any. */
    static MinutesDrawn uncovered(String recordId, Instant endedAt, long minutes) {
        var usage = MeteredUsage.of(leg(recordId, endedAt, Duration.ofMinutes(minutes)), Meter.LANDLINE_OUTBOUND);
        return new MinutesDrawn(usage, List.of(), new Minutes(minutes));
    }

    /** What such a call drew went back, for a correction took its place. */
    static DrawReversed drawReversed(MinutesDrawn booked, long drawnAfter) {
        var correction = new RecordId("/cdr/ap-guangzhou", booked.usage().record().id().id() + ":r1");
        var back = new Return(PACK, booked.drawn(), Minutes.ZERO, balance(drawnAfter));
        var returns = booked.draws().isEmpty() ? List.<Return>of() : List.of(back);
        return new DrawReversed(booked.usage(), correction, returns, booked.uncovered());
    }

    /** The same where a person had given so many of the minutes back before. */
    static DrawReversed drawReversedOfWhich(MinutesDrawn booked, long byHand, long drawnAfter) {
        var reversed = drawReversed(booked, drawnAfter);
        var back = reversed.returns().getFirst();
        return new DrawReversed(
                reversed.usage(),
                reversed.supersededBy(),
                List.of(new Return(PACK, back.minutes(), back.toExpired(), new Minutes(byHand), back.balance())),
                reversed.uncovered());
    }

    /** A person gave so many minutes back. */
    static MinutesAdjusted minutesReturned(String adjustmentId, Instant at, long minutes, long drawnAfter) {
        return new MinutesAdjusted(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, PACK, new CaseNumber(adjustmentId), new Minutes(minutes), true, at,
                balance(drawnAfter));
    }

    private static Balance balance(long drawn) {
        return new Balance(
                GRANTED, new Minutes(drawn), new Minutes(GRANTED.value() - drawn), Minutes.ZERO, Minutes.ZERO);
    }

    static PackExpiryAnnounced packExpiryAnnounced(long drawn, int daysBefore) {
        return new PackExpiryAnnounced(
                ACCOUNT,
                Meter.LANDLINE_OUTBOUND,
                null,
                PACK,
                daysBefore,
                BusinessTime.minusDays(VALID_UNTIL, daysBefore),
                VALID_UNTIL,
                new Minutes(GRANTED.value() - drawn));
    }

    static PackExpired packExpired(long drawn) {
        var rest = new Minutes(GRANTED.value() - drawn);
        var after = new Balance(GRANTED, new Minutes(drawn), Minutes.ZERO, rest, Minutes.ZERO);
        return new PackExpired(ACCOUNT, Meter.LANDLINE_OUTBOUND, PACK, VALID_UNTIL, rest, after);
    }

    static CallLeg leg(String recordId, Instant endedAt, Duration talked) {
        return leg(recordId, AGENT, endedAt, talked);
    }

    static CallLeg legOf(String agentId, Instant endedAt) {
        return leg("r-1", agentId, endedAt, Duration.ofMinutes(1));
    }

    private static CallLeg leg(String recordId, String agentId, Instant endedAt, Duration talked) {
        return new CallLeg(
                new RecordId("/cdr/ap-guangzhou", recordId),
                ACCOUNT,
                APPLICATION,
                "s-1",
                "main",
                0,
                null,
                LegType.MAIN,
                Network.PSTN,
                Direction.OUTBOUND,
                MediaType.AUDIO,
                "+8675512345678",
                ServiceNumberType.LANDLINE,
                Ownership.PLATFORM,
                new Party("+86755****5678", "c1"),
                new Party("+86138****8000", "c2"),
                null,
                endedAt.minus(talked).minusSeconds(5),
                endedAt.minus(talked),
                endedAt,
                Disposition.ANSWERED,
                null,
                agentId);
    }
}
