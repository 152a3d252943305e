package io.minutebook.reporting.resources;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.numbers.NumberEvent;
import io.minutebook.billing.seats.SeatEvent;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.packs.PackView;
import io.minutebook.reporting.packs.Packs;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an account held at any position of the ledger, folded from the events of its seats, chat, numbers and packs. */
public final class ResourceHistory {

    private static final String NUMBERS =
            "select 'number-' || resource_id from resource_view where account_id = ? and kind = 'NUMBER'";

    private final JdbcTemplate jdbc;
    private final LedgerEvents events;
    private final Packs packs;

    public ResourceHistory(DataSource dataSource, LedgerEvents events, Packs packs) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.events = events;
        this.packs = packs;
    }

    /** By id; ends are judged at an instant. */
    public Listing<ResourceView> list(
            AccountId accountId, @Nullable String after, int limit, long upTo, Instant at) {
        var start = after == null ? "" : Cursor.decode(after, 1).key().getFirst();
        var found = Stream.concat(bought(accountId, upTo), ofPacks(accountId, upTo, at))
                .map(resource -> resource.seenAt(at))
                .filter(resource -> resource.resourceId().compareTo(start) > 0)
                .sorted(Comparator.comparing(ResourceView::resourceId))
                .limit(limit + 1L)
                .toList();
        return Listing.of(found, limit, resource -> Cursor.at(resource.resourceId()));
    }

    private Stream<ResourceView> bought(AccountId accountId, long upTo) {
        var changes = new ResourceChanges();
        events.payloadsOf("seats-" + accountId, -1, upTo, event -> changes.add((SeatEvent) event));
        events.payloadsOf("chat-" + accountId, -1, upTo, event -> changes.add((ChatEvent) event));
        for (var number : numbersOf(accountId)) {
            events.payloadsOf(number, -1, upTo, event -> changes.add((NumberEvent) event));
        }
        return changes.added().stream().map(ResourceRow::view);
    }

    private List<String> numbersOf(AccountId accountId) {
        return jdbc.queryForList(NUMBERS, String.class, accountId.value());
    }

    private Stream<ResourceView> ofPacks(AccountId accountId, long upTo, Instant at) {
        return packs.listAsOf(accountId, PackView.Filter.ALL, upTo, at).stream()
                .filter(pack -> pack.applicationId() == null)
                .map(ResourceView::of);
    }
}
