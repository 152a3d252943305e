package io.minutebook.server.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Describes the meters that observations make without a word. */
@Component
class MeterHelp implements MeterFilter {

    private static final Map<String, String> TEXTS = Map.of(
            "http.server.requests", "HTTP requests by method, route template and status",
            "minutebook.command", "Commands by name and by the kind of failure",
            "minutebook.transaction", "Transactions of the ledger, the commit included",
            "minutebook.ingest.batch", "Batches of usage records booked by this process",
            "minutebook.refusals", "Refusals of business rules by code",
            "minutebook.webhook.attempts", "Attempts to send an alert to a webhook, by what came of them");

    @Override
    public Meter.Id map(Meter.Id id) {
        var text = TEXTS.get(id.getName());
        if (text == null || id.getDescription() != null) return id;
        return new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), text, id.getType());
    }
}
