package io.minutebook.server.database;

import io.minutebook.reporting.Projections;
import io.minutebook.server.embedded.DatabaseRoles;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What servers may do with each table: events are only added, what is kept for ever cannot be deleted, and the
 * read models, which servers rebuild, are their own.
 */
final class ServerRights {

    private static final String WORKING_TABLE = "select, insert, update, delete";
    private static final String SEQUENCE = "select, update, usage";

    /** A table that is not named here is a working table. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("ledger_event", "select, insert"),
            Map.entry("ingest_gap", "select, insert"),
            Map.entry("number_key", "select, insert"),
            Map.entry("api_key", "select, insert, update (revoked_at)"),
            Map.entry("idempotency_key", "select, insert, update (status, answer)"),
            Map.entry("usage_receipt", "select, insert, delete, update (superseded_by)"),
            Map.entry("ingest_offset", "select, insert, update"),
            Map.entry("dead_letter", "select, insert, update"),
            Map.entry("ledger_clock", "select, insert, update"),
            Map.entry("alert_follower", "select, update"),
            Map.entry("alert_raised", "select, insert"),
            Map.entry("look", "select, insert, delete"),
            Map.entry("flyway_schema_history", "select"));

    /** Whether the role is there, this database was made ready for it and we may hand tables over to it. */
    private static final String IS_PREPARED =
            """
            select case when to_regrole('minutebook_server') is null or current_user = 'minutebook_server' then false
                else pg_has_role('minutebook_server', 'set')
                    and has_schema_privilege('minutebook_server', 'public', 'create') end""";

    private static final String HELD =
            """
            select relation.oid::regclass::text as name, relkind = 'S' as is_sequence, relowner::regrole::text as owner,
                concat_ws(', ',
                    (select string_agg(lower(privilege_type), ', ' order by
                         array_position(array['SELECT', 'INSERT', 'UPDATE', 'DELETE'], privilege_type), privilege_type)
                     from aclexplode(relacl) where grantee = 'minutebook_server'::regrole),
                    (select string_agg(lower(privilege) || ' (' || columns || ')', ', ' order by privilege)
                     from (select privilege_type as privilege, string_agg(attname, ', ' order by attnum) as columns
                           from pg_attribute cross join aclexplode(attacl)
                           where attrelid = relation.oid and grantee = 'minutebook_server'::regrole
                           group by privilege_type) as of_columns)) as held
            from pg_class as relation
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
            order by name""";

    /** Where read models are built beside the live ones. */
    private static final String SCHEMAS =
            """
            select oid::regnamespace::text from pg_namespace
            where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')
                and nspowner <> 'minutebook_server'::regrole""";

    private final JdbcTemplate jdbc;

    private ServerRights(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One table or sequence, who owns it, and what servers may do with it. */
    private record Relation(String name, boolean isSequence, String owner, String held) {}

    /** Grants and revokes until servers have these rights; without effect in a database without their role. */
    static void settle(DataSource owner) {
        new TransactionTemplate(new JdbcTransactionManager(owner))
                .executeWithoutResult(_ -> new ServerRights(new JdbcTemplate(owner)).settle());
    }

    private void settle() {
        if (!Boolean.TRUE.equals(jdbc.queryForObject(IS_PREPARED, Boolean.class))) return;
        // one process at a time
        jdbc.execute("lock table flyway_schema_history in share row exclusive mode");
        var readModels = Projections.ALL.stream()
                .flatMap(projection -> projection.tables().stream())
                .collect(Collectors.toUnmodifiableSet());
        for (var relation : relations()) {
            if (relation.owner.equals(DatabaseRoles.SERVER)) continue;
            if (readModels.contains(relation.name)) handOver("table " + relation.name);
            else grant(relation);
        }
        jdbc.queryForList(SCHEMAS, String.class).forEach(schema -> handOver("schema " + schema));
    }

    private List<Relation> relations() {
        return jdbc.query(HELD, (row, _) -> new Relation(
                row.getString("name"),
                row.getBoolean("is_sequence"),
                row.getString("owner"),
                row.getString("held")));
    }

    private void handOver(String named) {
        jdbc.execute("alter %s owner to %s".formatted(named, DatabaseRoles.SERVER));
    }

    private void grant(Relation relation) {
        var due = relation.isSequence ? SEQUENCE : TABLES.getOrDefault(relation.name, WORKING_TABLE);
        if (relation.held.equals(due)) return;
        var named = (relation.isSequence ? "sequence " : "table ") + relation.name;
        jdbc.execute("revoke all on %s from %s".formatted(named, DatabaseRoles.SERVER));
        jdbc.execute("grant %s on %s to %s".formatted(due, named, DatabaseRoles.SERVER));
    }
}
