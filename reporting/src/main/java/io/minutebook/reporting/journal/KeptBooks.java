package io.minutebook.reporting.journal;

import io.minutebook.billing.PackId;
import io.minutebook.billing.ledger.Books;
import io.minutebook.billing.ledger.TermsEnded;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackRefunded;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was paid for before, as far as some events rest on it. */
final class KeptBooks {

    private static final String PACKS = "select * from journal_pack where pack_id = any(?)";
    private static final String TERMS =
            "select * from journal_term where account_id = ? and resource_id = ? order by starts, order_id";

    private final JdbcTemplate jdbc;
    private final Books books = new Books();
    private final Set<PackId> packs = new HashSet<>();

    KeptBooks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Books before(List<Object> events) {
        events.forEach(this::lookUp);
        if (!packs.isEmpty()) {
            var ids = packs.stream().map(PackId::value).toArray(String[]::new);
            jdbc.query(PACKS, (row, _) -> JournalRows.pack(row), (Object) ids).forEach(books::add);
        }
        return books;
    }

    private void lookUp(Object event) {
        switch (event) {
            case MinutesDrawn drawn -> drawn.draws().forEach(draw -> packs.add(draw.packId()));
            case DrawReversed reversed -> reversed.returns().forEach(back -> packs.add(back.packId()));
            case PackExpired expired -> packs.add(expired.packId());
            case MinutesAdjusted adjusted -> packs.add(adjusted.packId());
            case PackRefunded refunded -> packs.add(refunded.packId());
            default -> TermsEnded.by(event).forEach(this::addTerms);
        }
    }

    private void addTerms(TermsEnded ended) {
        jdbc.query(
                        TERMS,
                        (row, _) -> JournalRows.term(row),
                        ended.accountId().value(),
                        ended.resourceId().value())
                .forEach(books::add);
    }
}
