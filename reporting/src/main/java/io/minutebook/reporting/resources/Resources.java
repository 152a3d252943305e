package io.minutebook.reporting.resources;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.usage.Region;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Questions about what an account holds. Minute packs are read where their balances are kept, so that no pack is told of
 * in two places.
 */
public final class Resources {

    private static final String HELD =
            """
            select * from (
                select resource_id, product, application_id, quantity, region, state, valid_from, valid_until, auto_renew,
                       part
                from resource_view where account_id = ?
                union all
                select pack_id, product, null, 1, null, case when refunded_at is not null then 'REFUNDED' else 'ACTIVE' end,
                       bought_at, valid_until, false, 'PACK'
                from pack_view where account_id = ? and application_id is null
            ) as held""";
    private static final String PAGE = HELD + " where ?::text is null or resource_id > ? order by resource_id limit ?";
    private static final String ONE = HELD + " where resource_id = ?";

    private final JdbcTemplate jdbc;

    public Resources(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** By id, which is the order of purchase among packs and among all others. */
    public Listing<ResourceView> list(AccountId accountId, @Nullable String after, int limit, Instant now) {
        var start = after == null ? null : Cursor.decode(after, 1).key().getFirst();
        var account = accountId.value();
        var found = jdbc.query(
                PAGE, (row, _) -> heldOf(row, now).view(), account, account, start, start, limit + 1);
        return Listing.of(found, limit, resource -> Cursor.at(resource.resourceId()));
    }

    /** None where it is another account's. */
    public Optional<HeldResource> find(AccountId accountId, String resourceId, Instant now) {
        var account = accountId.value();
        return jdbc
                .query(ONE, (row, _) -> heldOf(row, now), account, account, resourceId)
                .stream()
                .findFirst();
    }

    private static HeldResource heldOf(ResultSet row, Instant now) throws SQLException {
        var part = ResourcePart.valueOf(row.getString("part"));
        var region = row.getString("region");
        var validUntil = Times.instant(row, "valid_until");
        var view = new ResourceView(
                row.getString("resource_id"),
                new ProductCode(row.getString("product")),
                row.getObject("application_id", Long.class),
                row.getLong("quantity"),
                region == null ? null : Region.valueOf(region),
                ResourceView.State.valueOf(row.getString("state")),
                Times.instant(row, "valid_from"),
                validUntil,
                BusinessTime.lastDayBefore(validUntil),
                row.getBoolean("auto_renew"),
                part == ResourcePart.TRIAL);
        return new HeldResource(part, view.seenAt(now));
    }
}
