package io.minutebook.billing.orders;

import static io.minutebook.billing.orders.Items.seats;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Term;
import io.minutebook.billing.entitlements.EntitlementCode;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.entitlements.JudgeUse;
import io.minutebook.billing.entitlements.RestrictedUse;
import io.minutebook.billing.usage.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A standard plan of January, renewed through February and made an advanced one in the middle of it. */
class EntitlementDeskTest {

    private static final String NEW_YEAR = "2025-01-01T00:00:00+08:00";
    private static final String UPGRADE = "2025-02-15T12:00:00+08:00";
    private static final EntitlementCode TRANSFER = new EntitlementCode("E-013");
    private final Desks desks = new Desks("100000.00");

    @BeforeEach
    void buyRenewAndUpgrade() {
        desks.place(NEW_YEAR, seats("seats-standard", 1, Term.MONTH));
        desks.renew("2025-01-20T00:00:00+08:00", "R1", 1L);
        desks.upgrade(UPGRADE, "R1", "seats-advanced");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-31T23:59:59.999+08:00, none",
        "2025-01-01T00:00:00+08:00,     STANDARD",
        "2025-01-31T23:59:59.999+08:00, STANDARD",
        "2025-02-15T11:59:59.999+08:00, STANDARD",
        "2025-02-15T12:00:00+08:00,     included",
        "2025-02-28T23:59:59.999+08:00, included",
        "2025-03-01T00:00:00+08:00,     none",
    })
    void aUseIsJudgedByThePlanInForceAtItsEndHoweverLateItIsTold(String endedAt, String expected) {
        desks.passSeatTime(Instant.parse("2026-01-01T00:00:00Z"));

        judge(TRANSFER, "r-1", endedAt);

        var found = exceeded().stream()
                .map(event -> event.plan() == null ? "none" : event.plan().edition().name())
                .toList();
        assertThat(found).isEqualTo(expected.equals("included") ? List.of() : List.of(expected));
    }

    @Test
    void theEventTellsThePlanAndTheRecord() {
        judge(TRANSFER, "r-1", "2025-01-10T23:59:59.999+08:00");

        var plan = Objects.requireNonNull(exceeded().getFirst().plan());
        assertThat(exceeded()).containsExactly(new EntitlementExceeded(
                Desks.ACCOUNT, Items.APPLICATION, TRANSFER, LocalDate.parse("2025-01-10"),
                new RecordId("/cdr/test", "r-1"), Instant.parse("2025-01-10T15:59:59.999Z"), plan));
        assertThat(plan.resourceId()).hasToString("R1");
        assertThat(plan.edition()).isEqualTo(Edition.STANDARD);
        assertThat(plan.until()).isEqualTo("2025-03-01T00:00:00+08:00");
    }

    @Test
    void anApplicationAnEntitlementAndADayInShanghaiAreStatedOnce() {
        judge(TRANSFER, "r-1", "2025-01-10T08:00:00+08:00");
        judge(TRANSFER, "r-1", "2025-01-10T08:00:00+08:00");
        judge(TRANSFER, "r-2", "2025-01-10T23:59:59.999+08:00");
        assertThat(exceeded()).extracting(event -> event.record().id()).containsExactly("r-1");

        judge(TRANSFER, "r-3", "2025-01-11T00:00:00+08:00");
        judge(new EntitlementCode("E-030"), "r-4", "2025-01-10T08:00:00+08:00");
        assertThat(exceeded()).extracting(event -> event.record().id()).containsExactly("r-1", "r-3", "r-4");
    }

    @Test
    void ofSeveralPlansTheHighestEditionCounts() {
        desks.place("2025-01-05T00:00:00+08:00", seats("seats-advanced", 1, Term.MONTH));

        judge(TRANSFER, "r-1", "2025-01-10T08:00:00+08:00");
        judge(TRANSFER, "r-2", "2025-01-04T08:00:00+08:00");
        assertThat(exceeded()).extracting(event -> event.record().id()).containsExactly("r-2");
    }

    @Test
    void aTrialIsOfTheStandardEditionAndCountsWhileItRuns() {
        desks.send(new StartTrial(Desks.ACCOUNT, 77, TrialKind.SEATS, null, Instant.parse("2025-01-10T00:00:00Z")));

        for (var day : List.of("09T08:00:00", "10T08:00:00", "16T23:59:59.999", "17T00:00:00")) {
            desks.send(new JudgeUse(use(77, TRANSFER, day, "2025-01-" + day + "+08:00")));
        }

        assertThat(exceeded()).extracting(EntitlementExceeded::plan).extracting(plan -> plan != null && plan.trial())
                .containsExactly(false, true, true, false);
    }

    /** Its seats may be sold elsewhere. */
    @Test
    void ofAnApplicationWithoutSeatsNothingIsStated() {
        desks.send(new JudgeUse(use(99, TRANSFER, "r-1", "2025-01-10T08:00:00+08:00")));
        assertThat(exceeded()).isEmpty();
    }

    private void judge(EntitlementCode code, String record, String endedAt) {
        desks.send(new JudgeUse(use(Items.APPLICATION, code, record, endedAt)));
    }

    private static RestrictedUse use(long application, EntitlementCode code, String record, String endedAt) {
        return new RestrictedUse(
                Desks.ACCOUNT, application, code, new RecordId("/cdr/test", record), Instant.parse(endedAt));
    }

    private List<EntitlementExceeded> exceeded() {
        return desks.domain().eventsOf("entitlements-1").stream().map(EntitlementExceeded.class::cast).toList();
    }
}
