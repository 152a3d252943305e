package io.minutebook.server.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.ingest.LogEnds;
import io.minutebook.server.CloseSettings;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets ingest pass what lay on Kafka when a close fell due, but not for ever. */
@Component
class Draining {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private final LogEnds logEnds;
    private final BegunCloses begun;
    private final CloseSettings settings;

    Draining(LogEnds logEnds, BegunCloses begun, CloseSettings settings) {
        this.logEnds = logEnds;
        this.begun = begun;
        this.settings = settings;
    }

    boolean isOver(BillingMonth month, BegunClose close) {
        if (close.ends() == null) settleEnds(month);
        var ends = begun.find(month).map(BegunClose::ends);
        if (ends.isPresent() && logEnds.arePassed(ends.get())) return true;
        if (close.waited().compareTo(settings.longestWait()) < 0) return false;
        LOG.error(
                "month {} is closed after {} although ingest has not passed what lay on Kafka (CLOSE_OVERDUE): those"
                        + " records will be late",
                month,
                close.waited());
        return true;
    }

    private void settleEnds(BillingMonth month) {
        try {
            begun.settleEnds(month, logEnds.now());
        } catch (KafkaException silent) {
            LOG.warn("the close of {} waits for Kafka: {}", month, silent.getMessage());
        }
    }
}
