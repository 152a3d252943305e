package io.minutebook.reporting.journal;

import io.minutebook.reporting.projections.EventBatch;
import io.minutebook.reporting.projections.Projection;
import java.util.List;

/**
 * What events moved: posting by posting, but for draws and corrections, which are summed up by pack and month; and
 * what later postings follow from.
 */
public final class JournalProjection implements Projection {

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public List<String> tables() {
        return List.of("journal_posting", "journal_usage", "journal_pack", "journal_term", "journal_voucher");
    }

    @Override
    public EventBatch begin() {
        return new JournalBatch();
    }
}
