package io.minutebook.reporting;

import io.minutebook.billing.entitlements.EntitlementFile;
import io.minutebook.reporting.accounts.AccountsProjection;
import io.minutebook.reporting.alerts.AlertsProjection;
import io.minutebook.reporting.bills.BillsProjection;
import io.minutebook.reporting.journal.JournalProjection;
import io.minutebook.reporting.packs.PacksProjection;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.resources.ResourcesProjection;
import io.minutebook.reporting.usage.UsageProjection;
import java.util.List;
import java.util.Optional;

/** Every read model there is. */
public final class Projections {

    public static final List<Projection> ALL = List.of(
            new AccountsProjection(),
            new PacksProjection(),
            new UsageProjection(),
            new BillsProjection(),
            new ResourcesProjection(EntitlementFile.shipped()),
            new JournalProjection(),
            new AlertsProjection());

    private Projections() {}

    public static Optional<Projection> named(String name) {
        return ALL.stream().filter(projection -> projection.name().equals(name)).findFirst();
    }

    /** For people: {@code accounts, packs}. */
    public static String names() {
        return String.join(", ", ALL.stream().map(Projection::name).toList());
    }
}
