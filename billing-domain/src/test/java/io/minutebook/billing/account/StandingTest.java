package io.minutebook.billing.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Refused;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private static final AccountId ACCOUNT = new AccountId("1");
    private static final Instant NOW = Instant.parse("2025-01-15T04:00:00Z");

    private final DomainFixture domain = new DomainFixture();

    @BeforeEach
    void open() {
        domain.send(new RegisterAccount(ACCOUNT, "Acme", "91440300"));
    }

    @ParameterizedTest
    @CsvSource({
        "V1, BANNED", "V2, SUSPENDED", "V3, BANNED", "V4, WARNED", "V5, SUSPENDED", "V6, WARNED", "V7, WARNED",
    })
    void eachRuleThatIsBrokenHasItsConsequence(ViolationRule rule, Standing standing) {
        assertThat(find(rule).standing()).isEqualTo(standing);
        assertThat(standing()).isEqualTo(standing);
        assertThat(standing().mayOrder()).isEqualTo(standing == Standing.WARNED);
    }

    @Test
    void theWorstCountsAndWarningsDoNotAddUp() {
        for (int i = 0; i < 20; i++) find(ViolationRule.V6);
        assertThat(standing()).isEqualTo(Standing.WARNED);

        find(ViolationRule.V1);

        assertThat(find(ViolationRule.V4).standing()).isEqualTo(Standing.BANNED);
        assertThat(account().violations()).hasSize(22);
    }

    @Test
    void whatIsOverturnedCountsNoMoreAndWhatIsUpheldStays() {
        var warning = find(ViolationRule.V4).violationId();
        var fraud = find(ViolationRule.V1).violationId();

        assertThat(appeal(fraud, AppealOutcome.UPHELD).standing()).isEqualTo(Standing.BANNED);
        assertThat(appeal(fraud, AppealOutcome.OVERTURNED).standing()).isEqualTo(Standing.WARNED);
        assertThat(appeal(warning, AppealOutcome.OVERTURNED).standing()).isEqualTo(Standing.GOOD);
        assertThat(standing()).isEqualTo(Standing.GOOD);
    }

    @Test
    void aFindingIsOverturnedOnceAndMustBeTheAccounts() {
        var fraud = find(ViolationRule.V1).violationId();
        appeal(fraud, AppealOutcome.OVERTURNED);

        assertRefused(AccountRefusal.VIOLATION_OVERTURNED, () -> appeal(fraud, AppealOutcome.UPHELD));
        assertRefused(
                AccountRefusal.UNKNOWN_VIOLATION,
                () -> appeal(new CaseNumber("violation-000002"), AppealOutcome.UPHELD));
    }

    @Test
    void whoDecidedItIsOnRecord() {
        var found = find(ViolationRule.V2);

        assertThat(found.foundBy()).isEqualTo("K1");
        assertThat(found.violationId()).isEqualTo(new CaseNumber("violation-000001"));
        assertThat(appeal(found.violationId(), AppealOutcome.UPHELD).decidedBy()).isEqualTo("K2");
    }

    private static void assertRefused(AccountRefusal reason, ThrowingCallable work) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private ViolationFound find(ViolationRule rule) {
        return (ViolationFound) domain.send(new FindViolation(ACCOUNT, rule, "a complaint", "K1", NOW));
    }

    private ViolationAppealed appeal(CaseNumber violation, AppealOutcome outcome) {
        return (ViolationAppealed)
                domain.send(new DecideAppeal(ACCOUNT, violation, outcome, "looked at again", "K2", NOW));
    }

    private Standing standing() {
        return account().standing();
    }

    private Account account() {
        return (Account) domain.send(new ReadAccount(ACCOUNT));
    }
}
