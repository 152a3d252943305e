package io.minutebook.reporting.replay;

import io.minutebook.reporting.projections.EventBatch;
import io.minutebook.reporting.projections.Projection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A second set of a projection's tables in the schema {@code rebuild}: the same names, columns, keys, indexes, rights
 * and comments, so that the projection's own statements write them and nothing is different once they are the live
 * ones.
 */
final class TablesBeside {

    /** What {@code create table like} leaves out, or would name anew. */
    private static final String REST_OF_A_TABLE =
            """
            with live as (select * from pg_class where oid = format('public.%I', ?)::regclass),
                 keys as (select pg_constraint.* from pg_constraint join live on conrelid = live.oid
                          where contype in ('p', 'u', 'x')),
                 indexes as (select pg_index.* from pg_index join live on indrelid = live.oid)
            select 1, format('alter table rebuild.%I add constraint %I %s', relname, conname,
                             pg_get_constraintdef(keys.oid))
            from keys, live
            union all
            select 2, replace(pg_get_indexdef(indexrelid),
                              format(' ON public.%I ', relname), format(' ON rebuild.%I ', relname))
            from indexes, live where indexrelid not in (select conindid from keys)
            union all
            select 3, format('alter table rebuild.%I set (%s)', relname, array_to_string(reloptions, ', '))
            from live where reloptions is not null
            union all
            select 3, format('comment on table rebuild.%I is %L', relname, obj_description(oid, 'pg_class'))
            from live
            union all
            select 3, format('comment on index rebuild.%I is %L', index.relname, obj_description(index.oid, 'pg_class'))
            from indexes join pg_class as index on index.oid = indexrelid
            union all
            select 4, format('alter table rebuild.%I owner to %s', relname, relowner::regrole)
            from live where relowner <> current_user::regrole
            union all
            select 5, format('grant %s on rebuild.%I to %s', privilege_type, relname,
                             case grantee when 0 then 'public' else grantee::regrole::text end
                             || case when is_grantable then ' with grant option' else '' end)
            from live, aclexplode(relacl)
            union all
            select 5, format('grant %s (%I) on rebuild.%I to %s', privilege_type, attname, relname,
                             case grantee when 0 then 'public' else grantee::regrole::text end)
            from live join pg_attribute on attrelid = live.oid, aclexplode(attacl)
            order by 1""";

    private static final String COLUMNS =
            """
            select string_agg(format('%s %s %s', attname, format_type(atttypid, atttypmod), attnotnull), ', '
                              order by attname)
            from pg_attribute where attrelid = to_regclass(?) and attnum > 0 and not attisdropped""";

    private static final String MISSING_RIGHTS =
            """
            select format('the role %s must own the table %s', current_user, relname)
            from pg_class where oid = format('public.%I', ?)::regclass and not pg_has_role(relowner, 'usage')
            union all
            select format('the role %s must have the right to create in the schema %s', current_user, nspname)
            from pg_namespace
            where nspname in ('public', 'rebuild') and not has_schema_privilege(nspname::text, 'create')""";

    private final List<String> names;
    private final JdbcTemplate jdbc;

    TablesBeside(Projection projection, JdbcTemplate jdbc) {
        this.names = projection.tables();
        this.jdbc = jdbc;
    }

    /** Empty ones, in place of any that are left over. */
    void create() {
        drop();
        names.forEach(this::create);
    }

    private void create(String table) {
        jdbc.queryForList(MISSING_RIGHTS, String.class, table).stream().findFirst().ifPresent(missing -> {
            throw new IllegalStateException(missing);
        });
        jdbc.execute("create table rebuild.%1$s (like public.%1$s including all excluding indexes)".formatted(table));
        jdbc.query(REST_OF_A_TABLE, (row, _) -> row.getString(2), table).forEach(jdbc::execute);
    }

    void drop() {
        names.forEach(table -> jdbc.execute("drop table if exists rebuild." + table));
    }

    /** Whether they are there and have the columns that the live ones have now. */
    boolean areLikeLive() {
        return names.stream().allMatch(table -> columnsOf("public." + table).equals(columnsOf("rebuild." + table)));
    }

    private String columnsOf(String table) {
        return String.valueOf(jdbc.queryForObject(COLUMNS, String.class, table));
    }

    /** Part of a transaction; it knows no other tables, so that nothing can end up in the live ones. */
    void write(EventBatch batch) {
        jdbc.execute("set local search_path to rebuild");
        batch.write(jdbc);
        jdbc.execute("set local search_path to default");
    }

    /** So that queries are planned well from the first moment on. */
    void analyze() {
        names.forEach(table -> jdbc.execute("analyze rebuild." + table));
    }

    /**
     * Part of a transaction, which must end soon: from here on readers wait for its end. A reader that takes long makes
     * this fail rather than hold up all others behind it; the time-out is shorter than that of a deadlock, so that of
     * two that block each other it is never the reader that loses.
     */
    void takePlace() {
        if (names.isEmpty()) return;
        jdbc.execute("set local lock_timeout = '100ms'");
        lock("rebuild."); // from the vacuum, which readers need not wait for
        lock("public.");
        if (!areLikeLive()) throw new ShapeChanged();
        jdbc.execute("drop table " + in("public."));
        names.forEach(table -> jdbc.execute("alter table rebuild.%s set schema public".formatted(table)));
    }

    private void lock(String schema) {
        jdbc.execute("lock table %s in access exclusive mode".formatted(in(schema)));
    }

    private String in(String schema) {
        return String.join(", ", names.stream().map(schema::concat).toList());
    }
}
