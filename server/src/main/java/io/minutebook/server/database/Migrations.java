package io.minutebook.server.database;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.DatabaseRoles;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings a ledger's database to the shape that this program knows: as the owner, who grants servers what they
 * need; a server that has no more than that only looks whether it was done.
 */
public final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /** Migrates as the user of this JDBC address, which owns the database or may do everything. */
    public static void migrate(String ownerUrl) {
        migrate(Flyway.configure().dataSource(ownerUrl, null, null).load());
    }

    /**
     * Makes the database ready for a server.
     *
     * @param server connects as the server does
     * @param ownerUrl JDBC address for the owner; null where the server migrates by itself, or somebody else does
     * @throws CannotStart when the server could not work with it
     */
    public static void prepare(Flyway server, @Nullable String ownerUrl) {
        var jdbc = new JdbcTemplate(server.getConfiguration().getDataSource());
        var user = Objects.requireNonNull(jdbc.queryForObject("select current_user::text", String.class));
        if (ownerUrl != null) migrate(ownerUrl);
        else if (user.equals(DatabaseRoles.SERVER)) requireMigrated(server);
        else migrate(server);
        requireFittingRights(jdbc, user);
    }

    private static void migrate(Flyway owner) {
        owner.migrate();
        ServerRights.settle(owner.getConfiguration().getDataSource());
    }

    private static void requireMigrated(Flyway server) {
        if (server.info().pending().length == 0) return;
        throw new CannotStart("the database is not of this version, and %s must not migrate it:"
                .formatted(DatabaseRoles.SERVER)
                + " name its owner with --database-owner-url, or start minutebook services of this version");
    }

    private static void requireFittingRights(JdbcTemplate jdbc, String user) {
        if (!may(jdbc, "insert")) {
            throw new CannotStart("the database user " + user + " may not add to the ledger: let --database-url name "
                    + DatabaseRoles.SERVER + ", made as docs/operations.md tells");
        }
        if (may(jdbc, "update, delete, truncate")) {
            log.warn("the database user {} may change events: let --database-url name {}, made as"
                    + " docs/operations.md tells, and --database-owner-url the owner", user, DatabaseRoles.SERVER);
        }
    }

    private static boolean may(JdbcTemplate jdbc, String privileges) {
        var held = "select has_table_privilege('ledger_event', ?)";
        return Boolean.TRUE.equals(jdbc.queryForObject(held, Boolean.class, privileges));
    }
}
