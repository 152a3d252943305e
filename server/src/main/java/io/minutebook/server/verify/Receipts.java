package io.minutebook.server.verify;

/**
 * Whether each record is booked once, under one receipt, and taken back at most once, by what has taken its
 * place.
 */
final class Receipts {

    private static final String NEVER_BOOKED = "'00000000-0000-0000-0000-000000000000'::uuid";

    private static final String IDENTITY = Identities.of("source", "record");
    private static final String CORRECTED = Identities.of("source", "supersedes");
    private static final String CORRECTION = Identities.of("by_source", "by_record");

    static final Question WHOLE = new Question(
            Invariant.I2,
            """
            with usage_event as materialized (
                select position, event_type, source, record, %s as identity, by_source, by_record, supersedes,
                       metadata_source, metadata_record
                from (select position, event_type,
                             payload #>> '{usage,record,id,source}' as source,
                             payload #>> '{usage,record,id,id}' as record,
                             payload #>> '{supersededBy,source}' as by_source,
                             payload #>> '{supersededBy,id}' as by_record,
                             payload #>> '{usage,record,supersedes}' as supersedes,
                             metadata ->> 'source' as metadata_source, metadata ->> 'record' as metadata_record
                      from ledger_event
                      where event_type in ('packs.minutes-drawn', 'usage.usage-listed',
                                           'packs.draw-reversed', 'usage.listing-withdrawn')) as fact
            ), booking as materialized (
                select * from usage_event where event_type in ('packs.minutes-drawn', 'usage.usage-listed')
            ), taken_back as materialized (
                select *, %s as by_identity from usage_event
                where event_type in ('packs.draw-reversed', 'usage.listing-withdrawn')
            )
            select format('record %%s of %%s is booked %%s times, by the events %%s',
                          min(record), min(source), count(*), string_agg(position::text, ', ' order by position))
            from booking group by identity having count(*) > 1
            union all
            select format('event %%s books record %%s of %%s, but its metadata name %%s of %%s',
                          position, record, source, metadata_record, metadata_source)
            from booking where (record, source) is distinct from (metadata_record, metadata_source)
            union all
            select format('record %%s of %%s, booked by event %%s, has no receipt %%s', record, source, position, identity)
            from booking left join usage_receipt using (identity) where content is null or content = %s
            union all
            select format('receipt %%s says booked from position %%s on, but its record is booked at %%s',
                          identity, position_from, position)
            from booking join usage_receipt using (identity) where position_from > position
            union all
            select format('receipt %%s belongs to no booked record', identity)
            from usage_receipt left join booking using (identity) where content <> %s and position is null
            union all
            select format('receipt %%s bars a record that was never booked, but names no correction', identity)
            from usage_receipt where content = %s and superseded_by is null
            union all
            select format('record %%s of %%s is taken back %%s times, by the events %%s',
                          min(record), min(source), count(*), string_agg(position::text, ', ' order by position))
            from taken_back group by identity having count(*) > 1
            union all
            select format('event %%s takes back record %%s for %%s, but the receipt says superseded by %%s',
                          position, record, by_identity, coalesce(superseded_by::text, 'nothing'))
            from taken_back left join usage_receipt using (identity)
            where superseded_by is distinct from by_identity
            union all
            select format('receipt %%s is superseded by %%s, but no event takes its record back', identity, superseded_by)
            from usage_receipt left join taken_back using (identity)
            where superseded_by is not null and content <> %s and position is null
            union all
            select format('record %%s of event %%s corrects %%s, but the receipt of that says superseded by %%s',
                          correction.record, correction.position, correction.supersedes,
                          coalesce(receipt.superseded_by::text, 'nothing'))
            from (select *, %s as corrected from booking where supersedes is not null) as correction
                left join usage_receipt as receipt on receipt.identity = correction.corrected
            where receipt.superseded_by is distinct from correction.identity"""
                    .formatted(
                            IDENTITY, CORRECTION, NEVER_BOOKED, NEVER_BOOKED, NEVER_BOOKED, NEVER_BOOKED, CORRECTED));

    private Receipts() {}
}
