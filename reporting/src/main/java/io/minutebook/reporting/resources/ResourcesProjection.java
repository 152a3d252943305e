package io.minutebook.reporting.resources;

import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.entitlements.EntitlementMatrix;
import io.minutebook.billing.numbers.NumberEvent;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.seats.SeatEvent;
import io.minutebook.billing.usage.UsageEvent;
import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.entitlements.EntitlementChanges;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionBatch;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Plans, add-ons, numbers, packs of bot messages and trials, and the instant at which time next changes each; beside
 * them which edition was in force when, and what was used beyond it.
 */
public final class ResourcesProjection implements Projection {

    private static final String ADDED =
            """
            insert into resource_view (resource_id, account_id, kind, part, application_id, region, quantity, valid_from,
                                       product, valid_until, next_step, auto_renew, state)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (resource_id) do nothing""";

    private static final String CHANGED =
            """
            update resource_view set product = coalesce(change.product, resource_view.product),
                                     valid_until = coalesce(change.valid_until, resource_view.valid_until),
                                     next_step = coalesce(change.next_step, resource_view.next_step),
                                     auto_renew = coalesce(change.auto_renew, resource_view.auto_renew),
                                     state = coalesce(change.state, resource_view.state)
            from unnest(?, ?, ?, ?, ?, ?) as change (resource_id, product, valid_until, next_step, auto_renew, state)
            where resource_view.resource_id = change.resource_id""";

    private final EntitlementMatrix matrix;

    public ResourcesProjection(EntitlementMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public String name() {
        return "resources";
    }

    @Override
    public List<String> tables() {
        return Stream.concat(Stream.of("resource_view"), EntitlementChanges.TABLES.stream()).toList();
    }

    @Override
    public ProjectionBatch begin() {
        return new Batch(new EntitlementChanges(matrix));
    }

    private static final class Batch implements ProjectionBatch {
        private final ResourceChanges changes = new ResourceChanges();
        private final EntitlementChanges entitlements;

        Batch(EntitlementChanges entitlements) {
            this.entitlements = entitlements;
        }

        @Override
        public void add(Object event) {
            if (event instanceof SeatEvent seats) add(seats);
            if (event instanceof ChatEvent chat) add(chat);
            if (event instanceof NumberEvent number) changes.add(number);
            if (event instanceof PackEvent pack) entitlements.add(pack);
            if (event instanceof UsageEvent usage) entitlements.add(usage);
            if (event instanceof EntitlementExceeded exceeded) entitlements.add(exceeded);
        }

        private void add(SeatEvent event) {
            changes.add(event);
            entitlements.add(event);
        }

        private void add(ChatEvent event) {
            changes.add(event);
            entitlements.add(event);
        }

        @Override
        public void write(JdbcTemplate jdbc) {
            added().write(jdbc, ADDED);
            changed().write(jdbc, CHANGED);
            entitlements.write(jdbc);
        }

        private Columns added() {
            var columns = new Columns(
                    "text", "text", "text", "text", "bigint", "text", "bigint", "timestamptz",
                    "text", "timestamptz", "timestamptz", "boolean", "text");
            for (var row : changes.added()) {
                var latest = row.latest();
                columns.row(
                        row.id(), row.accountId(), row.kind(), row.part(), row.applicationId(), row.region(),
                        row.quantity(), row.validFrom(), latest.product(), latest.validUntil(), latest.nextStep(),
                        latest.autoRenew(), latest.state());
            }
            return columns;
        }

        private Columns changed() {
            var columns = new Columns("text", "text", "timestamptz", "timestamptz", "boolean", "text");
            changes.changed().forEach((id, change) -> columns.row(
                    id, change.product(), change.validUntil(), change.nextStep(), change.autoRenew(), change.state()));
            return columns;
        }
    }
}
