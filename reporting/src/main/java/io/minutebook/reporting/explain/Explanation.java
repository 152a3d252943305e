package io.minutebook.reporting.explain;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.feed.StoredEvent;
import java.util.List;
import java.util.Map;

/**
 * Why a figure is what it is.
 *
 * @param about what is explained
 * @param figure what the ledger shows of it
 * @param steps from what was received to the figure, in their order
 * @param events that the steps rest on, oldest first
 * @param links where to walk on, and back
 */
public record Explanation(
        Link.Target about,
        String id,
        AccountId accountId,
        Map<String, Object> figure,
        List<Step> steps,
        List<StoredEvent> events,
        List<Link> links) {

    public Explanation {
        steps = List.copyOf(steps);
        events = List.copyOf(events);
        links = List.copyOf(links);
    }
}
