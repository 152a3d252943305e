package io.minutebook.reporting.usage;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.packs.DrawReversed;
import io.minutebook.billing.packs.MessagesGranted;
import io.minutebook.billing.packs.MinutesAdjusted;
import io.minutebook.billing.packs.MinutesDrawn;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.packs.PackExpired;
import io.minutebook.billing.packs.PackExpiryAnnounced;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackLevelReached;
import io.minutebook.billing.packs.PackRefunded;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.UsageEvent;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.postgres.CopiedRows;
import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.projections.EventBatch;
import io.minutebook.reporting.projections.Projection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One row per record of usage, charged or free, and its sums by day. Of a corrected record there is the new row only,
 * unless its month was closed: then the row stays, and a late line takes it back.
 */
public final class UsageProjection implements Projection {

    static final List<String> COLUMNS = List.of(
            "account_id", "billing_month", "ended_at", "source", "record_id", "application_id", "session_id", "leg_id",
            "leg_type", "meter", "direction", "service_number", "caller", "callee", "started_at", "answered_at",
            "duration_seconds", "billed_minutes", "drawn_minutes", "uncovered_minutes", "pack_draws",
            "late_from_month", "taken_back", "position");

    private static final String TAKE_AWAY =
            """
            with gone as (
                delete from usage_detail as one
                using unnest(?, ?, ?, ?, ?, ?) as gone (account_id, billing_month, ended_at, source, record_id, gone_at)
                where one.account_id = gone.account_id and one.billing_month = gone.billing_month
                    and one.ended_at = gone.ended_at and one.source = gone.source and one.record_id = gone.record_id
                returning one.*, gone.gone_at
            ) insert into usage_gone (:columns, gone_at) select :columns, gone_at from gone"""
                    .replace(":columns", String.join(", ", COLUMNS));

    private static final String SOURCES =
            "insert into usage_source (source) select * from unnest(?) on conflict do nothing";

    @Override
    public String name() {
        return "usage";
    }

    @Override
    public List<String> tables() {
        return List.of("usage_detail", "usage_gone", "usage_day", "agent_day", "usage_source");
    }

    @Override
    public EventBatch begin() {
        return new Batch();
    }

    /** A row's place in the usage detail. */
    private record Place(AccountId accountId, BillingMonth month, Instant endedAt, RecordId id) {

        static Place of(MeteredUsage usage) {
            return of(usage, usage.month());
        }

        static Place of(MeteredUsage usage, BillingMonth month) {
            var record = usage.record();
            return new Place(record.accountId(), month, record.endedAt(), record.id());
        }
    }

    /** A row, whether it takes back what a closed month shows, and the position of the event that says so. */
    private record Added(UsageRow row, boolean takesBack, long position) {}

    private static final class Batch implements EventBatch {
        private final Map<Place, Added> added = new LinkedHashMap<>();
        private final Map<Place, Long> gone = new LinkedHashMap<>();
        private final Set<String> sources = new TreeSet<>();
        private final UsageDays days = new UsageDays();

        @Override
        public void add(LedgerEvent event) {
            if (event.fact() instanceof PackEvent pack) add(pack, event.position());
            if (event.fact() instanceof UsageEvent usage) add(usage, event.position());
        }

        private void add(PackEvent event, long position) {
            switch (event) {
                case MinutesDrawn drawn -> {
                    add(drawn.usage(), UsageFacts.rowOf(drawn), position);
                    days.add(drawn);
                }
                case DrawReversed reversed -> {
                    takeBack(reversed, position);
                    days.takeOff(reversed);
                }
                case PackGranted _, MessagesGranted _, PackExpired _, PackLevelReached _, PackExpiryAnnounced _,
                        PackRefunded _, MinutesAdjusted _ -> {}
            }
        }

        private void add(UsageEvent event, long position) {
            switch (event) {
                case UsageListed listed -> {
                    add(listed.usage(), UsageFacts.rowOf(listed), position);
                    days.add(listed);
                }
                case ListingWithdrawn withdrawn -> {
                    takeBack(withdrawn, position);
                    days.takeOff(withdrawn);
                }
            }
        }

        private void takeBack(DrawReversed event, long position) {
            var lateIn = event.lateIn();
            if (lateIn == null) gone.put(Place.of(event.usage()), position);
            else added.put(Place.of(event.usage(), lateIn), new Added(UsageFacts.rowOf(event, lateIn), true, position));
        }

        private void takeBack(ListingWithdrawn event, long position) {
            var lateIn = event.lateIn();
            if (lateIn == null) gone.put(Place.of(event.usage()), position);
            else added.put(Place.of(event.usage(), lateIn), new Added(UsageFacts.rowOf(event, lateIn), true, position));
        }

        private void add(MeteredUsage usage, UsageRow row, long position) {
            added.put(Place.of(usage), new Added(row, false, position));
            sources.add(usage.record().id().source());
        }

        @Override
        public void write(JdbcTemplate jdbc) {
            rows().write(jdbc);
            places().write(jdbc, TAKE_AWAY);
            sources().write(jdbc, SOURCES);
            days.write(jdbc);
        }

        private Columns sources() {
            var columns = new Columns("text");
            sources.forEach(columns::row);
            return columns;
        }

        private Columns places() {
            var places = new Columns("text", "text", "timestamptz", "text", "text", "bigint");
            gone.forEach((place, goneAt) -> places.row(
                    place.accountId(), place.month(), place.endedAt(), place.id().source(), place.id().id(), goneAt));
            return places;
        }

        private CopiedRows rows() {
            var rows = new CopiedRows("usage_detail", COLUMNS);
            added.forEach((place, one) -> add(place, one, rows));
            return rows;
        }

        private static void add(Place place, Added one, CopiedRows rows) {
            var row = one.row();
            rows.row()
                    .text(row.accountId().value())
                    .text(row.billingMonth().toString())
                    .instant(row.endedAt())
                    .text(place.id().source())
                    .text(row.recordId())
                    .int8(row.applicationId())
                    .text(row.sessionId())
                    .text(row.legId())
                    .text(nameOf(row.legType()))
                    .text(row.meter().name())
                    .text(nameOf(row.direction()))
                    .text(row.serviceNumber())
                    .text(row.caller())
                    .text(row.callee())
                    .instant(row.startedAt())
                    .instant(row.answeredAt())
                    .numeric(row.durationSeconds())
                    .int8(row.billedMinutes())
                    .int8(row.drawnMinutes())
                    .int8(row.uncoveredMinutes())
                    .text(PackDraw.written(row.packDraws()))
                    .text(row.lateFromMonth() == null ? null : row.lateFromMonth().toString())
                    .bool(one.takesBack())
                    .int8(one.position());
        }

        private static @Nullable String nameOf(@Nullable Enum<?> value) {
            return value == null ? null : value.name();
        }
    }
}
