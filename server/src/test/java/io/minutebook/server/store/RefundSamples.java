package io.minutebook.server.store;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Fraction;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.AppealOutcome;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsReturned;
import io.minutebook.billing.account.Standing;
import io.minutebook.billing.account.ViolationAppealed;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.billing.account.ViolationRule;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.corrections.Adjustment;
import io.minutebook.billing.corrections.AdjustmentApproved;
import io.minutebook.billing.corrections.AdjustmentKind;
import io.minutebook.billing.corrections.AdjustmentRequested;
import io.minutebook.billing.numbers.NumberRefunded;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.PackRefunded;
import io.minutebook.billing.refunds.FullRefundClaimed;
import io.minutebook.billing.refunds.RefundDecision;
import io.minutebook.billing.refunds.RefundGranted;
import io.minutebook.billing.refunds.RefundRule;
import io.minutebook.billing.refunds.RefundVetoed;
import io.minutebook.billing.refunds.RefundedResource;
import io.minutebook.billing.refunds.Split;
import io.minutebook.billing.refunds.VetoLifted;
import io.minutebook.billing.seats.SeatsRefunded;
import io.minutebook.billing.usage.Meter;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One event of each kind about refunds, standing and what people corrected. */
final class RefundSamples {

    private static final AccountId ACCOUNT = new AccountId("1300000001");
    private static final RefundId REFUND = new RefundId("F000000000009");
    private static final ResourceId PLAN = new ResourceId("S000000000003");
    private static final Instant AT = Instant.parse("2025-06-01T04:00:00Z");
    private static final CaseNumber VIOLATION = new CaseNumber("violation-000001");
    private static final CaseNumber VETO = new CaseNumber("veto-000001");

    private RefundSamples() {}

    static void addTo(Map<String, Object> samples) {
        addEnds(samples);
        addDecisions(samples);
        addAdjustments(samples);
    }

    private static void addAdjustments(Map<String, Object> samples) {
        var id = new CaseNumber("adjustment-000001");
        var pack = new PackId("P000000000002");
        var adjustment = new Adjustment(
                AdjustmentKind.MINUTES_RETURNED, null, new Minutes(1_200), pack, Meter.LANDLINE_OUTBOUND);
        samples.put("corrections.adjustment-requested-1", new AdjustmentRequested(
                ACCOUNT, id, adjustment, "calls of another customer", true, "K1", AT));
        samples.put("corrections.adjustment-approved-1", new AdjustmentApproved(ACCOUNT, id, "K2", AT));
        var left = new Balance(
                new Minutes(30_000), new Minutes(11_145), new Minutes(18_855), Minutes.ZERO, Minutes.ZERO);
        samples.put("packs.minutes-adjusted-1", new MinutesAdjusted(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, pack, id, new Minutes(1_200), true, AT, left));
    }

    private static void addEnds(Map<String, Object> samples) {
        var returned = new Funds(Money.yuan("1685.26"), Money.yuan("561.75"), Money.ZERO);
        var funds = new Funds(Money.yuan("3685.26"), Money.yuan("561.75"), Money.yuan("10.50"));
        samples.put("account.funds-returned-1", new FundsReturned(ACCOUNT, REFUND, returned, AT, funds));
        var left = new Balance(
                new Minutes(30_000), new Minutes(12_345), Minutes.ZERO, Minutes.ZERO, new Minutes(17_655));
        samples.put("packs.pack-refunded-1", new PackRefunded(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, new PackId("P000000000002"), REFUND, AT, new Minutes(17_655), left));
        samples.put("numbers.number-refunded-1", new NumberRefunded(
                ACCOUNT, new ResourceId("N000000000007"), REFUND, AT));
        samples.put("seats.seats-refunded-1", new SeatsRefunded(
                ACCOUNT, PLAN, List.of(new ResourceId("S000000000004")), REFUND, AT));
        samples.put("refunds.full-refund-claimed-1", new FullRefundClaimed("LE-7", ACCOUNT, PLAN, REFUND, AT));
    }

    private static void addDecisions(Map<String, Object> samples) {
        samples.put("refunds.refund-granted-1", refundGranted());
        samples.put("refunds.refund-vetoed-1", new RefundVetoed(ACCOUNT, VETO, PLAN, "bought and returned daily", "K1", AT));
        samples.put("refunds.veto-lifted-1", new VetoLifted(ACCOUNT, VETO, "looked at with the customer", "K2", AT));
        samples.put("account.violation-found-1", new ViolationFound(
                ACCOUNT, VIOLATION, ViolationRule.V2, "complaint 4711", "K1", AT, Standing.SUSPENDED));
        samples.put("account.violation-appealed-1", new ViolationAppealed(
                ACCOUNT, VIOLATION, AppealOutcome.OVERTURNED, "another caller", "K2", AT, Standing.GOOD));
    }

    private static RefundGranted refundGranted() {
        var order = new OrderId("O000000000001");
        var resource = new RefundedResource(
                new ResourceId("P000000000002"),
                new ProductCode("landline-outbound-30000"),
                Family.CALL,
                Meter.LANDLINE_OUTBOUND,
                order,
                1,
                UnitPrice.of("0.142"),
                Money.yuan("4260.00"),
                Instant.parse("2026-01-15T16:00:00Z"));
        var decision = new RefundDecision(
                RefundRule.UNUSED_MINUTES,
                1,
                List.of(order),
                Money.yuan("4000.00"),
                Fraction.of(175_299, 100),
                Fraction.ONE,
                "4000.00 - 12345 x 0.142 = 2247.01",
                RoundingMode.HALF_UP,
                new Split(Money.yuan("1685.26"), Money.yuan("561.75"), Money.ZERO));
        return new RefundGranted(ACCOUNT, REFUND, "Q0123456789abcdef0123456789abcd", resource, decision, AT);
    }
}
