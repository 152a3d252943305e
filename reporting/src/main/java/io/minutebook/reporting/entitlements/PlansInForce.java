package io.minutebook.reporting.entitlements;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.entitlements.PlanFamily;
import io.minutebook.billing.usage.Region;
import io.minutebook.reporting.database.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which plans and trials an application has at an instant, whichever accounts hold them. */
public final class PlansInForce {

    private static final String IN_FORCE =
            """
            select account_id, resource_id, family, product, edition, trial, region, valid_from, valid_until
            from plan_stretch where application_id = ? and valid_from <= ? and valid_until > ?""";

    private final JdbcTemplate jdbc;

    public PlansInForce(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Best first. */
    public List<PlanView> of(long applicationId, Instant at) {
        var then = Times.parameter(at);
        return jdbc.query(IN_FORCE, (row, _) -> planOf(row), applicationId, then, then).stream()
                .sorted(PlanView.BEST_FIRST)
                .toList();
    }

    private static PlanView planOf(ResultSet row) throws SQLException {
        var region = row.getString("region");
        return new PlanView(
                new AccountId(row.getString("account_id")),
                row.getString("resource_id"),
                PlanFamily.valueOf(row.getString("family")),
                new ProductCode(row.getString("product")),
                Edition.valueOf(row.getString("edition")),
                row.getBoolean("trial"),
                region == null ? null : Region.valueOf(region),
                Times.instant(row, "valid_from"),
                Times.instant(row, "valid_until"));
    }
}
