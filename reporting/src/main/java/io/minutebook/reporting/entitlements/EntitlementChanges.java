package io.minutebook.reporting.entitlements;

import io.minutebook.billing.chat.ChatEvent;
import io.minutebook.billing.entitlements.EntitlementExceeded;
import io.minutebook.billing.entitlements.EntitlementMatrix;
import io.minutebook.billing.entitlements.RestrictedUse;
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
import io.minutebook.billing.seats.SeatEvent;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.UsageEvent;
import io.minutebook.billing.usage.UsageListed;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a run of events changes of the plans in force and of the uses they did not include. It is written in the order of
 * the events, so that it comes to the same however they are split into transactions.
 */
public final class EntitlementChanges {

    public static final List<String> TABLES = List.of("plan_stretch", "restricted_use", "entitlement_exceeded");

    private final EntitlementMatrix matrix;
    private final List<Change> changes = new ArrayList<>();

    public EntitlementChanges(EntitlementMatrix matrix) {
        this.matrix = matrix;
    }

    public void add(SeatEvent event) {
        PlanStretches.of(event).ifPresent(change -> {
            changes.add(change);
            changes.add(RestrictedUses.includedNow(event.resourceId().value()));
        });
    }

    public void add(ChatEvent event) {
        PlanStretches.of(event).ifPresent(changes::add);
    }

    public void add(EntitlementExceeded event) {
        changes.add(RestrictedUses.stated(event));
    }

    public void add(PackEvent event) {
        switch (event) {
            case MinutesDrawn drawn -> used(drawn.usage());
            case DrawReversed reversed -> withdrawn(reversed.usage());
            case PackGranted _, MessagesGranted _, PackExpired _, PackLevelReached _, PackExpiryAnnounced _,
                    PackRefunded _, MinutesAdjusted _ -> {}
        }
    }

    public void add(UsageEvent event) {
        switch (event) {
            case UsageListed listed -> used(listed.usage());
            case ListingWithdrawn withdrawn -> withdrawn(withdrawn.usage());
        }
    }

    private void used(MeteredUsage usage) {
        RestrictedUse.of(usage.record()).ifPresent(use -> uses().add(use, matrix.get(use.code())));
    }

    private void withdrawn(MeteredUsage usage) {
        RestrictedUse.of(usage.record()).ifPresent(use -> changes.add(RestrictedUses.withdrawn(use)));
    }

    /** Those that came last, unless something else came after them. */
    private RestrictedUses uses() {
        if (!changes.isEmpty() && changes.getLast() instanceof RestrictedUses uses) return uses;
        var uses = new RestrictedUses();
        changes.add(uses);
        return uses;
    }

    public void write(JdbcTemplate jdbc) {
        for (var change : changes) change.write(jdbc);
    }
}
