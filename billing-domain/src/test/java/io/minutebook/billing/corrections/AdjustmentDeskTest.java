package io.minutebook.billing.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Refused;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.Usages;
import io.minutebook.billing.account.Account;
import io.minutebook.billing.account.ReadAccount;
import io.minutebook.billing.account.RegisterAccount;
import io.minutebook.billing.packs.Balance;
import io.minutebook.billing.packs.DrawMinutes;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.GrantPack;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackPool;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.packs.ReadPacks;
import io.minutebook.billing.packs.ReverseDraw;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentDeskTest {

    private static final AccountId ACCOUNT = Usages.ACCOUNT;
    private static final PackId PACK = new PackId("P1");
    private static final PoolId POOL = PoolId.ofMinutes(ACCOUNT, Meter.LANDLINE_OUTBOUND);
    private static final Instant BOUGHT = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2025-01-15T04:00:00Z");
    private static final Instant OVER = Instant.parse("2026-01-01T16:00:00Z");

    private final DomainFixture domain = new DomainFixture();

    @BeforeEach
    void drawThirtyOfAHundredMinutes() {
        var limits = new ApprovalLimits(Money.yuan("500.00"), new Minutes(40));
        new AnnotationCommandHandlerAdapter<>(new AdjustmentDesk(limits, _ -> {}, domain.commands()))
                .subscribe(domain.bus());
        domain.send(new RegisterAccount(ACCOUNT, "Acme", "91440300"));
        domain.send(new GrantPack(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, PACK, new ProductCode("landline-outbound-custom"),
                new Minutes(100), UnitPrice.of("0.15"), BOUGHT, OVER, new OrderId("O1")));
        domain.send(new DrawMinutes(POOL, List.of(Usages.delivered(Usages.minutesUntil(NOW, 30)))));
    }

    @ParameterizedTest
    @CsvSource({"MINUTES_RETURNED, 30, 0, 100", "MINUTES_RETURNED, 1, 29, 71", "MINUTES_TAKEN, 40, 70, 30"})
    void minutesMoveBetweenWhatIsDrawnAndWhatRemains(AdjustmentKind kind, long minutes, long drawn, long remaining) {
        var adjusted = request(minutes(kind, minutes), "K1");

        assertThat(adjusted.pending()).isFalse();
        assertThat(balance().drawn()).isEqualTo(new Minutes(drawn));
        assertThat(balance().remaining()).isEqualTo(new Minutes(remaining));
        assertThat(((MinutesAdjusted) domain.eventsOf(POOL.stream()).getLast()).adjustmentId())
                .isEqualTo(adjusted.adjustmentId());
    }

    @Test
    void goodwillGoesToTheGiftFunds() {
        request(Adjustment.goodwill(Money.yuan("500.00")), "K1");

        assertThat(gift()).isEqualTo(Money.yuan("500.00"));
    }

    @Test
    void aboveTheLimitItWaitsForAnotherPerson() {
        var asked = request(Adjustment.goodwill(Money.yuan("500.01")), "K1");
        assertThat(asked.pending()).isTrue();
        assertThat(gift()).isEqualTo(Money.ZERO);

        assertRefused("SAME_PERSON", () -> approve(asked.adjustmentId(), "K1"));
        assertThat(gift()).isEqualTo(Money.ZERO);
        assertThat(approve(asked.adjustmentId(), "K2").approvedBy()).isEqualTo("K2");

        assertThat(gift()).isEqualTo(Money.yuan("500.01"));
        assertRefused("ADJUSTMENT_NOT_PENDING", () -> approve(asked.adjustmentId(), "K2"));
        assertRefused("UNKNOWN_ADJUSTMENT", () -> approve(new CaseNumber("adjustment-000009"), "K2"));
        assertThat(gift()).isEqualTo(Money.yuan("500.01"));
    }

    @ParameterizedTest
    @CsvSource({"MINUTES_RETURNED, 31, MINUTES_NOT_DRAWN", "MINUTES_TAKEN, 71, MINUTES_NOT_LEFT"})
    void neverMoreThanIsThere(AdjustmentKind kind, long minutes, String reason) {
        if (minutes <= 40) {
            assertRefused(reason, () -> request(minutes(kind, minutes), "K1"));
            assertThat(domain.eventsOf("adjustments-1")).isEmpty();
            return;
        }
        var asked = request(minutes(kind, minutes), "K1");
        assertRefused(reason, () -> approve(asked.adjustmentId(), "K2"));
        assertThat(domain.eventsOf("adjustments-1")).hasSize(1);
    }

    @Test
    void aPackThatIsOverStaysAsItIs() {
        assertRefused("PACK_OVER", () -> domain.send(new RequestAdjustment(
                ACCOUNT, minutes(AdjustmentKind.MINUTES_RETURNED, 1), "a wrong draw", "K1", OVER)));
    }

    /** The record is corrected after a person had given its minutes back: they do not come back twice. */
    @Test
    void whatWasGivenBackByHandDoesNotGoBackAgain() {
        var call = (MinutesDrawn) domain.eventsOf(POOL.stream()).getLast();
        request(minutes(AdjustmentKind.MINUTES_RETURNED, 20), "K1");

        domain.send(new ReverseDraw(call, Usages.delivered(call.usage()), NOW));

        assertThat(balance().drawn()).isEqualTo(Minutes.ZERO);
        assertThat(balance().remaining()).isEqualTo(new Minutes(100));
        var back = ((DrawReversed) domain.eventsOf(POOL.stream()).getLast()).returns().getFirst();
        assertThat(back.minutes()).isEqualTo(new Minutes(30));
        assertThat(back.byHand()).isEqualTo(new Minutes(20));
    }

    @Test
    void aCorrectionIsOfMoneyOrOfMinutesAndOfMoreThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Adjustment.goodwill(Money.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> minutes(AdjustmentKind.MINUTES_TAKEN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> minutes(AdjustmentKind.GOODWILL_CREDIT, 1));
    }

    private static Adjustment minutes(AdjustmentKind kind, long minutes) {
        return new Adjustment(kind, null, new Minutes(minutes), PACK, Meter.LANDLINE_OUTBOUND);
    }

    private AdjustmentRequested request(Adjustment adjustment, String by) {
        return (AdjustmentRequested) domain.send(new RequestAdjustment(ACCOUNT, adjustment, "a wrong draw", by, NOW));
    }

    private AdjustmentApproved approve(CaseNumber adjustment, String by) {
        return (AdjustmentApproved) domain.send(new ApproveAdjustment(ACCOUNT, adjustment, by, NOW));
    }

    private Balance balance() {
        return ((PackPool) domain.send(new ReadPacks(POOL))).pack(PACK).balance();
    }

    private Money gift() {
        return ((Account) domain.send(new ReadAccount(ACCOUNT))).funds().gift();
    }

    private static void assertRefused(String reason, ThrowingCallable work) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.reason().name()).isEqualTo(reason));
    }
}
