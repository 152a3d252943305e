package io.minutebook.billing.ledger;

import static io.minutebook.billing.ledger.Facts.at;
import static io.minutebook.billing.ledger.Facts.balance;
import static io.minutebook.billing.ledger.Facts.draw;
import static io.minutebook.billing.ledger.Facts.drawn;
import static io.minutebook.billing.ledger.Facts.order;
import static io.minutebook.billing.ledger.Facts.pack;
import static io.minutebook.billing.ledger.Facts.term;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.Usages;
import io.minutebook.billing.account.Funds;
import io.minutebook.billing.account.FundsCredited;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.account.Paid;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of docs/journal.md. */
class JournalExampleTest {

    private static final Instant BOUGHT = at("2025-01-15T00:00");
    private static final Instant FEBRUARY = at("2025-02-01T00:00");

    private final Books books = new Books();
    private final Map<LedgerAccount, Money> balances = new EnumMap<>(LedgerAccount.class);

    @Test
    void theExampleOfTheDocumentHasTheseFigures() {
        credit(FundsKind.CASH, "2000.00");
        credit(FundsKind.GIFT, "30.00");
        var paid = new Paid(Money.ZERO, Money.yuan("30.00"), Money.ZERO, Money.yuan("1470.00"));
        happened(order(
                "O1", BOUGHT, paid,
                pack("P1", 10_000, "1450.00", BOUGHT, at("2026-01-16T00:00")),
                term("R1", "50.00", BOUGHT, at("2025-02-15T00:00"))));
        happened(drawn(BOUGHT, draw("P1", 70, 0, balance(10_000, 70, 0))));
        elapsed("2025-01", FEBRUARY);
        assertThat(balances).containsAllEntriesOf(Map.of(
                LedgerAccount.FUNDS_CASH, Money.yuan("-530.00"),
                LedgerAccount.FUNDS_GIFT, Money.ZERO,
                LedgerAccount.INCOME_MINUTES, Money.yuan("-10.15"),
                LedgerAccount.INCOME_TERMS, Money.yuan("-27.42"),
                LedgerAccount.DEFERRED_PACKS, Money.yuan("-1439.85"),
                LedgerAccount.DEFERRED_TERMS, Money.yuan("-22.58")));
        elapsed("2025-02", at("2025-03-01T00:00"));
        assertThat(balances.get(LedgerAccount.DEFERRED_TERMS)).isEqualTo(Money.ZERO);
    }

    private void credit(FundsKind kind, String yuan) {
        happened(new FundsCredited(Usages.ACCOUNT, kind, Money.yuan(yuan), "wire", BOUGHT, Funds.NONE));
    }

    private void happened(Object event) {
        add(Journal.entryOf(event, books));
        books.take(event);
    }

    private void elapsed(String month, Instant now) {
        for (var term : books.terms()) add(term.daysElapsed(BillingMonth.parse(month), now));
    }

    private void add(Optional<Entry> entry) {
        entry.ifPresent(found -> found.postings()
                .forEach(posting -> balances.merge(posting.account(), posting.amount(), Money::plus)));
    }
}
