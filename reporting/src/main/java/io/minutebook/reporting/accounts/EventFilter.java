package io.minutebook.reporting.accounts;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.feed.EventCondition;
import org.jspecify.annotations.Nullable;

/**
 * Which of an account's events are asked for; what is null admits all.
 *
 * @param after events lie beyond this position
 * @param upTo and up to this one, which the read models have reached: nothing can appear below it any more
 * @param type a stored name, or the feature before its point
 * @param resource a pack, number or other resource that the event names
 * @param record a usage record that the event books, takes back or puts in another's place
 * @param month usage booked in it, and all else that was recorded in it
 */
public record EventFilter(
        long after,
        long upTo,
        @Nullable String type,
        @Nullable String actor,
        @Nullable String resource,
        @Nullable String record,
        @Nullable BillingMonth month) {

    public static EventFilter upTo(long position) {
        return new EventFilter(0, position, null, null, null, null, null);
    }

    EventCondition condition() {
        return EventCondition.between(after, upTo)
                .and("? in (event_type, split_part(event_type, '.', 1))", type)
                .and("metadata ->> 'actor' = ?", actor)
                .and("strpos(payload::text, '\"' || ? || '\"') > 0", resource)
                .and(
                        "? in (metadata ->> 'record', payload #>> '{usage,record,id,id}',"
                                + " payload #>> '{supersededBy,id}')",
                        record)
                .and(
                        "coalesce(payload #>> '{usage,month}',"
                                + " to_char(recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM')) = ?",
                        month == null ? null : month.toString());
    }
}
