package io.minutebook.server.verify;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Finds the event by which a record was booked, by the record's receipt. */
final class Bookings {

    private static final String BOOKING =
            """
            select payload::text from ledger_event
            where aggregate_id = ? and position < ?
                and position >= (select position_from from usage_receipt where identity = %s)
                and event_type in ('packs.minutes-drawn', 'usage.usage-listed')
                and metadata ->> 'record' = ? and metadata ->> 'source' = ?
            order by position limit 1"""
                    .formatted(Identities.of("?::text", "?::text"));

    private final LedgerSnapshot ledger;

    Bookings(LedgerSnapshot ledger) {
        this.ledger = ledger;
    }

    Optional<Part> before(Fact fact, Part recordId) {
        var source = recordId.text("source");
        var id = recordId.text("id");
        return ledger.jdbc()
                .queryForList(BOOKING, String.class, fact.stream(), fact.position(), source, id, id, source)
                .stream()
                .findFirst()
                .map(payload -> new Part("", JsonMapper.shared().readTree(payload)));
    }
}
