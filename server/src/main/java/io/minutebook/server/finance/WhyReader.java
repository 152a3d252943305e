package io.minutebook.server.finance;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.Refused;
import io.minutebook.billing.ResourceId;
import io.minutebook.reporting.accounts.AccountEvents;
import io.minutebook.reporting.accounts.AccountView;
import io.minutebook.reporting.accounts.Accounts;
import io.minutebook.reporting.accounts.EventFilter;
import io.minutebook.reporting.explain.BillExplanations;
import io.minutebook.reporting.explain.Explanation;
import io.minutebook.reporting.explain.ExplanationRefusal;
import io.minutebook.reporting.explain.PackExplanations;
import io.minutebook.reporting.explain.UsageExplanations;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.server.api.BookedUsage;
import io.minutebook.server.api.Moments;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for explanations, draws and events as the API does, and has them shown. */
@Component
class WhyReader {

    private static final int ROWS_OF_A_PAGE = 50;

    private final UsageExplanations usage;
    private final PackExplanations packs;
    private final BillExplanations bills;
    private final BookedUsage booked;
    private final Usage rows;
    private final Accounts accounts;
    private final AccountEvents events;
    private final Moments moments;
    private final InstantSource ledgerClock;

    WhyReader(
            UsageExplanations usage,
            PackExplanations packs,
            BillExplanations bills,
            BookedUsage booked,
            Usage rows,
            Accounts accounts,
            AccountEvents events,
            Moments moments,
            InstantSource ledgerClock) {
        this.usage = usage;
        this.packs = packs;
        this.bills = bills;
        this.booked = booked;
        this.rows = rows;
        this.accounts = accounts;
        this.events = events;
        this.moments = moments;
        this.ledgerClock = ledgerClock;
    }

    /** A page about an account. */
    record Told(AccountId account, Html page) {}

    /** Nothing where there is no such thing; several producers of one record id are refused. */
    Optional<Told> explain(Why asked) {
        try {
            if (asked.id().isEmpty()) return Optional.empty();
            if (asked.kind() == Why.Kind.USAGE) return usage(asked);
            return find(asked.account()).flatMap(account -> explain(asked, account));
        } catch (Refused unknown) {
            if (unknown.reason() == ExplanationRefusal.SOURCE_NEEDED) throw unknown;
            return Optional.empty();
        }
    }

    private Optional<Told> usage(Why asked) {
        var source = asked.source().isEmpty() ? null : asked.source();
        var explanation = usage.of(booked.find(asked.id(), source));
        return find(explanation.accountId()).map(account -> told(asked, account, explanation));
    }

    private Optional<Told> explain(Why asked, AccountView account) {
        var id = account.accountId();
        var month = asked.month();
        return switch (asked.kind()) {
            case LINE ->
                month == null
                        ? Optional.empty()
                        : Optional.of(told(asked, account, bills.of(id, month, asked.id(), ledgerClock.instant())));
            case PACK -> Optional.of(told(asked, account, packs.of(id, asked.id(), ledgerClock.instant())));
            case ORDER ->
                ResourceId.isValid(asked.id())
                        ? Optional.of(told(asked, account, packs.ofOrder(id, new OrderId(asked.id()))))
                        : Optional.empty();
            case DRAWS -> Optional.of(draws(asked, account));
            case USAGE -> usage(asked);
        };
    }

    private Told draws(Why asked, AccountView account) {
        var id = account.accountId();
        var pack = packs.pack(id, asked.id(), ledgerClock.instant());
        var draws = rows.drawsFrom(id, pack.packId(), asked.month(), asked.after(), ROWS_OF_A_PAGE);
        return new Told(id, new DrawsPage(asked, back(asked, account), pack, draws).html());
    }

    private Told told(Why asked, AccountView account, Explanation explanation) {
        var month = explanation.figure().get("month") instanceof BillingMonth said ? said : asked.month();
        var back = back(month == null ? asked : asked.of(month), account);
        return new Told(account.accountId(), new WhyPage(asked, back, explanation).html());
    }

    private Crumbs back(Why asked, AccountView account) {
        var month = asked.month();
        return new Crumbs(asked.language(), account, month == null ? thisMonth() : month);
    }

    private BillingMonth thisMonth() {
        return BillingMonth.of(ledgerClock.instant());
    }

    private Optional<AccountView> find(@Nullable AccountId account) {
        return Optional.ofNullable(account).flatMap(id -> accounts.find(id, ledgerClock.instant()));
    }

    /** The producers that gave something this id. */
    List<String> sourcesOf(String record) {
        return rows.sources().stream().filter(source -> isBooked(record, source)).toList();
    }

    private boolean isBooked(String record, String source) {
        try {
            return booked.find(record, source).id().source().equals(source);
        } catch (Refused none) {
            return false;
        }
    }

    /** Nothing where there is no such account. */
    Optional<Told> events(EventsAsked asked) {
        return find(asked.account()).map(account -> {
            long head = moments.head();
            var before = asked.before();
            var upTo = before == null ? head : Math.min(head, before - 1);
            var type = asked.type().isEmpty() ? null : asked.type();
            var filter = new EventFilter(0, upTo, type, null, null, null, null);
            var page = events.latest(account.accountId(), filter, ROWS_OF_A_PAGE);
            var back = new Crumbs(asked.language(), account, thisMonth());
            return new Told(account.accountId(), new EventsPage(asked, back, page).html());
        });
    }
}
