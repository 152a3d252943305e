package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.accounts.AccountEvents;
import io.minutebook.reporting.accounts.AccountView;
import io.minutebook.reporting.accounts.Accounts;
import io.minutebook.reporting.accounts.EventFilter;
import io.minutebook.reporting.accounts.FundsHistory;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.feed.StoredEvent;
import io.minutebook.reporting.history.Past;
import io.minutebook.reporting.months.MonthBook;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsageQuery;
import io.minutebook.server.api.Moment;
import io.minutebook.server.api.Moments;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the read models for what a page shows. */
@Component
class FinanceReader {

    private static final int MOST_ACCOUNTS = 50;
    private static final int ROWS_OF_A_PAGE = 30;
    private static final int LAST_EVENTS = 5;

    private final Accounts accounts;
    private final Usage usage;
    private final Packs packs;
    private final Bills bills;
    private final MonthBook months;
    private final FundsHistory funds;
    private final AccountEvents events;
    private final Past past;
    private final Moments moments;
    private final InstantSource ledgerClock;

    FinanceReader(
            Accounts accounts,
            Usage usage,
            Packs packs,
            Bills bills,
            MonthBook months,
            FundsHistory funds,
            AccountEvents events,
            Past past,
            Moments moments,
            InstantSource ledgerClock) {
        this.accounts = accounts;
        this.usage = usage;
        this.packs = packs;
        this.bills = bills;
        this.months = months;
        this.funds = funds;
        this.events = events;
        this.past = past;
        this.moments = moments;
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
        var at = asked.at();
        return Optional.ofNullable(asked.account())
                .flatMap(id -> accounts.find(id, now))
                .map(account -> new AccountPage(
                                asked,
                                account,
                                at == null ? figures(account, asked, now) : figuresAt(account, asked, moments.at(at)),
                                BillingMonth.of(now),
                                at == null ? now : at)
                        .html());
    }

    private MonthFigures figures(AccountView account, Asked asked, Instant now) {
        var id = account.accountId();
        return new MonthFigures(
                months.statusOf(asked.month()),
                usage.totals(id, asked.month(), asked.known()),
                account.funds(),
                packs.list(id, PackView.Filter.ACTIVE, now),
                bills.inDetail(id, asked.month(), asked.known(), now),
                usage.page(query(id, asked), asked.after(), ROWS_OF_A_PAGE),
                lastEvents(id, moments.head()));
    }

    private MonthFigures figuresAt(AccountView account, Asked asked, Moment moment) {
        var id = account.accountId();
        long upTo = moment.position();
        var usageThen = past.usageAt(upTo);
        var page = usageThen.page(query(id, asked), asked.after(), ROWS_OF_A_PAGE);
        return new MonthFigures(
                page.status(),
                usageThen.totals(id, asked.month(), asked.known()),
                funds.of(id, upTo, moment.at()),
                packs.listAsOf(id, PackView.Filter.ACTIVE, upTo, moment.at()),
                past.askBills(id, upTo, then -> then.inDetail(id, asked.month(), asked.known(), moment.at())),
                page,
                lastEvents(id, upTo));
    }

    private List<StoredEvent> lastEvents(AccountId account, long upTo) {
        return events.latest(account, EventFilter.upTo(upTo), LAST_EVENTS).events();
    }

    private static UsageQuery query(AccountId account, Asked asked) {
        var meters = asked.meter() == null ? Set.<Meter>of() : Set.of(asked.meter());
        return new UsageQuery(
                account, asked.month(), meters, null, asked.text().isEmpty() ? null : asked.text(), asked.known());
    }
}
