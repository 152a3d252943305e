package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.accounts.Accounts;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.months.MonthBook;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageQuery;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the read models for what a page shows. */
@Component
class FinanceReader {

    private static final int MOST_ACCOUNTS = 50;
    private static final int ROWS_OF_A_PAGE = 30;

    private final Accounts accounts;
    private final Usage usage;
    private final Packs packs;
    private final Bills bills;
    private final MonthBook months;
    private final InstantSource ledgerClock;

    FinanceReader(
            Accounts accounts, Usage usage, Packs packs, Bills bills, MonthBook months, InstantSource ledgerClock) {
        this.accounts = accounts;
        this.usage = usage;
        this.packs = packs;
        this.bills = bills;
        this.months = months;
        this.ledgerClock = ledgerClock;
    }

    Html accounts(Asked asked) {
        var now = ledgerClock.instant();
        var found = accounts.search(asked.who(), MOST_ACCOUNTS, now);
        return AccountsPage.of(asked, found, MOST_ACCOUNTS, BillingMonth.of(now));
    }

    /** Nothing where there is no such account. */
    Optional<Html> account(Asked asked) {
        var now = ledgerClock.instant();
        return Optional.ofNullable(asked.account())
                .flatMap(id -> accounts.find(id, now))
                .map(account -> new AccountPage(
                                asked, account, figures(account.accountId(), asked), BillingMonth.of(now), now)
                        .html());
    }

    private MonthFigures figures(AccountId account, Asked asked) {
        var now = ledgerClock.instant();
        var meters = asked.meter() == null ? Set.<Meter>of() : Set.of(asked.meter());
        var query = new UsageQuery(
                account, asked.month(), meters, null, asked.text().isEmpty() ? null : asked.text(),
                asked.known());
        var page = usage.page(query, asked.after(), ROWS_OF_A_PAGE);
        return new MonthFigures(
                months.statusOf(asked.month()),
                usage.totals(account, asked.month(), asked.known()),
                packs.list(account, PackView.Filter.ACTIVE, now),
                bills.inDetail(account, asked.month(), asked.known(), now),
                page);
    }
}
