package io.minutebook.reporting;

import io.minutebook.reporting.accounts.AccountsProjection;
import io.minutebook.reporting.bills.BillsProjection;
import io.minutebook.reporting.packs.PacksProjection;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.usage.UsageProjection;
import java.util.List;

/** Every read model there is. */
public final class Projections {

    public static final List<Projection> ALL =
            List.of(new AccountsProjection(), new PacksProjection(), new UsageProjection(), new BillsProjection());

    private Projections() {}
}
