package io.minutebook.server.verify;

import java.util.List;

/** Whether streams have holes, and positions and recorded times ever go back. */
final class OrderOfEvents {

    private static final Question STREAMS = new Question(
            Invariant.I4,
            """
            select format('event %s (%s on %s) is number %s of its stream, expected %s',
                          position, event_type, aggregate_id, sequence, coalesce(before + 1, 0))
            from (select position, event_type, aggregate_id, sequence,
                         lag(sequence) over (partition by aggregate_id order by sequence, position) as before
                  from ledger_event) as numbered
            where sequence <> coalesce(before + 1, 0)""");

    private static final Question WITHIN_STREAMS = new Question(
            Invariant.I4,
            """
            select format('event %s of %s stands after position %s in its stream', position, aggregate_id, before)
            from (select position, aggregate_id,
                         lag(position) over (partition by aggregate_id order by sequence) as before
                  from ledger_event) as placed
            where position <= before""");

    private static final Question TIMES = new Question(
            Invariant.I4,
            """
            select format('event %s is recorded at %s, expected not before %s of the event before it',
                          position, recorded_at, before)
            from (select position, recorded_at, lag(recorded_at) over (order by position) as before
                  from ledger_event) as timed
            where recorded_at < before""");

    private static final Question POSITIONS = new Question(
            Invariant.I4,
            """
            select format('position %s is given to %s events, expected 1', position, count(*))
            from ledger_event group by position having count(*) > 1""");

    private static final Question NEXT = new Question(
            Invariant.I4,
            """
            select format('the last position given out is %s, expected at least that of the last event, %s',
                          last_value, head)
            from ledger_position, (select max(position) as head from ledger_event) as ledger
            where last_value < head""");

    static final List<Question> QUESTIONS = List.of(STREAMS, WITHIN_STREAMS, TIMES, POSITIONS, NEXT);

    private OrderOfEvents() {}
}
