package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.explain.Explanation;
import io.minutebook.reporting.explain.Link;
import io.minutebook.reporting.explain.Step;
import java.util.List;
import java.util.Map;

/** Why a figure is what it is, with the events that the steps rest on as they are stored. */
record ExplanationAnswer(
        Link.Target about,
        String id,
        AccountId accountId,
        Map<String, Object> figure,
        List<Step> steps,
        List<EventAnswer> events,
        List<Link> links) {

    static ExplanationAnswer of(Explanation explanation) {
        return new ExplanationAnswer(
                explanation.about(),
                explanation.id(),
                explanation.accountId(),
                explanation.figure(),
                explanation.steps(),
                explanation.events().stream().map(EventAnswer::of).toList(),
                explanation.links());
    }
}
