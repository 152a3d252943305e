package io.minutebook.billing.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.DomainFixture;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.VoucherId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class AccountAggregateTest {

    private static final AccountId ACCOUNT = new AccountId("1");
    private static final Instant NOW = Instant.parse("2025-01-15T04:00:00Z");
    private static final RegisterAccount REGISTER = new RegisterAccount(ACCOUNT, "Acme", "91440300");

    private final DomainFixture domain = new DomainFixture();

    @Test
    void anAccountIsOpenedOnceAndSaysWhetherItIsNew() {
        assertThat(domain.send(REGISTER)).isEqualTo(true);
        assertThat(domain.send(REGISTER)).isEqualTo(false);

        assertThat(domain.eventsOf("account-1"))
                .containsExactly(new AccountRegistered(ACCOUNT, "Acme", "91440300"));
    }

    @Test
    void theLegalEntityIsFixedAfterTheFirstOrderAndTheNameIsNot() {
        domain.send(REGISTER);
        domain.send(new RegisterAccount(ACCOUNT, "Acme", "91440301"));
        domain.send(new PayOrder(ACCOUNT, new OrderId("O1"), List.of(), Payment.UNSPECIFIED, NOW));

        domain.send(new RegisterAccount(ACCOUNT, "Acme Ltd", "91440301"));

        assertThat(domain.eventsOf("account-1"))
                .endsWith(new AccountDetailsChanged(ACCOUNT, "Acme Ltd", "91440301"));
        assertRefused(AccountRefusal.LEGAL_ENTITY_FIXED, new RegisterAccount(ACCOUNT, "Acme Ltd", "91440300"));
    }

    @Test
    void eachKindOfFundsIsKeptApartAndEveryCreditStatesTheBalancesItLeft() {
        domain.send(REGISTER);
        domain.send(new CreditFunds(ACCOUNT, FundsKind.CASH, Money.yuan("10.00"), "transfer", NOW));
        domain.send(new CreditFunds(ACCOUNT, FundsKind.GIFT, Money.yuan("5.00"), "welcome", NOW));

        var credited = domain.send(new CreditFunds(ACCOUNT, FundsKind.REVENUE_SHARE, Money.yuan("1.00"), "May", NOW));

        assertThat(credited)
                .isEqualTo(new FundsCredited(
                        ACCOUNT,
                        FundsKind.REVENUE_SHARE,
                        Money.yuan("1.00"),
                        "May",
                        NOW,
                        new Funds(Money.yuan("10.00"), Money.yuan("5.00"), Money.yuan("1.00"))));
    }

    @Test
    void aVoucherIsIssuedOnceEvenWhenItIsSpent() {
        var voucher = new IssueVoucher(ACCOUNT, new VoucherId("spring"), Money.yuan("30.00"), null, null, List.of(), NOW);
        domain.send(REGISTER);
        domain.send(voucher);

        assertRefused(AccountRefusal.VOUCHER_EXISTS, voucher);
    }

    @Test
    void whatIsWorthNothingIsNeitherCreditedNorIssued() {
        assertThatThrownBy(() -> new CreditFunds(ACCOUNT, FundsKind.CASH, Money.ZERO, "none", NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IssueVoucher(ACCOUNT, new VoucherId("none"), new Money(-1), null, null, List.of(), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAccountHoldsNoMoreThanAmountsCanCount() {
        domain.send(new RegisterAccount(ACCOUNT, "Blue Whale", "LE-7"));
        domain.send(new CreditFunds(ACCOUNT, FundsKind.CASH, Money.yuan("999999999999999.98"), "nearly all", NOW));
        domain.send(new CreditFunds(ACCOUNT, FundsKind.CASH, Money.yuan("0.01"), "the last fen", NOW));

        var oneMore = new CreditFunds(ACCOUNT, FundsKind.CASH, Money.yuan("0.01"), "one fen more", NOW);
        assertRefused(AccountRefusal.FUNDS_ABOVE_MAXIMUM, oneMore);
        domain.send(new CreditFunds(ACCOUNT, FundsKind.GIFT, Money.yuan("0.01"), "another kind", NOW));
    }

    @Test
    void anUnknownAccountTakesNoMoney() {
        var credit = new CreditFunds(ACCOUNT, FundsKind.CASH, Money.yuan("10.00"), "transfer", NOW);

        assertThatThrownBy(() -> domain.send(credit)).isInstanceOf(AggregateNotFoundException.class);
    }

    private void assertRefused(AccountRefusal refusal, Object command) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> domain.send(command))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(refusal));
    }
}
