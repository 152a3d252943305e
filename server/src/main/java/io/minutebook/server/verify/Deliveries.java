package io.minutebook.server.verify;

import java.util.List;

/**
 * Whether what the partitions count is what lies in events and dead letters, and what the stored offsets
 * cover.
 */
final class Deliveries {

    /**
     * Each booking with the place on Kafka it came from. One that came of a retried dead letter was counted
     * when it was refused. Where a topic was made anew, or read again from the start, offsets are used again.
     */
    private static final String WITH =
            """
            with booking as materialized (
                select position, metadata ->> 'topic' as topic, (metadata ->> 'partition')::integer as partition,
                       (metadata ->> 'offset')::bigint as record_offset,
                       metadata ->> 'source' as source, metadata ->> 'record' as record
                from ledger_event where event_type in ('packs.minutes-drawn', 'usage.usage-listed')
            ), delivery as (
                select position, booking.topic, booking.partition, booking.record_offset, count(id) > 0 as is_retry
                from booking left join (select * from dead_letter where state = 'RESOLVED') as resolved
                    on (resolved.topic, resolved.partition, resolved.record_offset)
                            = (booking.topic, booking.partition, booking.record_offset)
                        and (record_id is null or (record_id = record and resolved.source = booking.source))
                group by position, booking.topic, booking.partition, booking.record_offset
            ), reread as (
                select topic, partition, count(*) as times, max(from_offset) as up_to
                from ingest_gap where new_topic_id <> topic_id or to_offset < from_offset
                group by topic, partition
            )
            """;

    private static final Question RECEIVED = new Question(
            Invariant.I2,
            """
            select format('partition %s-%s: %s received, expected %s accepted + %s duplicates + %s dead letters',
                          topic, partition, received, accepted, duplicates, dead_lettered)
            from ingest_offset where received <> accepted + duplicates + dead_lettered""");

    private static final Question DEAD = new Question(
            Invariant.I2,
            """
            select format('partition %s-%s: counts %s dead letters, but %s are kept',
                          topic, partition, coalesce(dead_lettered, 0), coalesce(kept, 0))
            from ingest_offset full join (
                select topic, partition, count(*) as kept from dead_letter group by topic, partition
            ) as letters using (topic, partition)
            where coalesce(dead_lettered, 0) <> coalesce(kept, 0)""");

    private static final Question ACCEPTED = new Question(
            Invariant.I2,
            WITH
                    + """
                    select format('partition %s-%s: counts %s accepted, but %s are booked',
                                  topic, partition, coalesce(accepted, 0), coalesce(booked, 0))
                    from ingest_offset full join (
                        select topic, partition, count(*) as booked from delivery
                        where not is_retry group by topic, partition
                    ) as deliveries using (topic, partition)
                    where coalesce(accepted, 0) <> coalesce(booked, 0)""");

    private static final Question PLACES = new Question(
            Invariant.I3,
            WITH
                    + """
                    , place as (
                        select topic, partition, record_offset, format('event %s', position) as what
                        from delivery where not is_retry
                        union all
                        select topic, partition, record_offset, format('dead letter %s', id) from dead_letter
                    )
                    select format('partition %s-%s: offset %s is accounted for more than once: %s',
                                  topic, partition, record_offset, string_agg(what, ', ' order by what))
                    from place left join reread using (topic, partition)
                    group by topic, partition, record_offset, times having count(*) > 1 + coalesce(times, 0)
                    union all
                    select format('partition %s-%s: %s is from offset %s, expected below the stored offset %s',
                                  topic, partition, what, record_offset, next_offset)
                    from place join ingest_offset using (topic, partition) left join reread using (topic, partition)
                    where record_offset >= greatest(next_offset, up_to)""");

    private static final Question DISTANCE = new Question(
            Invariant.I3,
            """
            select format('partition %s-%s: %s received, but only %s offsets were passed',
                          topic, partition, received, passed)
            from ingest_offset cross join lateral (
                select next_offset + coalesce(sum(from_offset - to_offset), 0) as passed from ingest_gap
                where ingest_gap.topic = ingest_offset.topic and ingest_gap.partition = ingest_offset.partition
            ) as way
            where received > passed""");

    static final List<Question> QUESTIONS = List.of(RECEIVED, DEAD, ACCEPTED, PLACES, DISTANCE);

    private Deliveries() {}
}
