-- The two roles of a ledger's database; a superuser runs this in it, as often as needed, while no server runs:
--   minutebook_owner   owns the database and migrates it
--   minutebook_server  is what servers connect as; each migration ends by granting it what they need and no more
do $roles$
declare
    thing record;
begin
    if to_regrole('minutebook_owner') is null then
        create role minutebook_owner login;
    end if;
    if to_regrole('minutebook_server') is null then
        create role minutebook_server login;
    end if;

    -- servers rebuild the read models and so own them: the owner hands them over, and alters them all the same
    grant minutebook_server to minutebook_owner;
    execute format('alter database %I owner to minutebook_owner', current_database());
    execute format('grant connect, temporary, create on database %I to minutebook_server', current_database());
    grant usage, create on schema public to minutebook_owner, minutebook_server;

    -- what an earlier release made under another role
    for thing in
        select case relkind when 'S' then 'sequence ' when 'v' then 'view ' else 'table ' end
                || relation.oid::regclass as name
        from pg_class as relation
        where relnamespace = 'public'::regnamespace
            and relkind in ('r', 'p', 'v', 'S')
            and relowner not in ('minutebook_owner'::regrole, 'minutebook_server'::regrole)
            and not exists (
                select from pg_depend
                where classid = 'pg_class'::regclass and objid = relation.oid
                    and (deptype = 'e' or relkind = 'S' and deptype in ('a', 'i')))
        union all
        select 'function ' || function.oid::regprocedure
        from pg_proc as function
        where pronamespace = 'public'::regnamespace
            and proowner not in ('minutebook_owner'::regrole, 'minutebook_server'::regrole)
            and not exists (
                select from pg_depend
                where classid = 'pg_proc'::regclass and objid = function.oid and deptype = 'e')
        union all
        select 'schema ' || namespace.oid::regnamespace
        from pg_namespace as namespace
        where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')
            and nspowner not in ('minutebook_owner'::regrole, 'minutebook_server'::regrole)
    loop
        execute format('alter %s owner to minutebook_owner', thing.name);
    end loop;
end
$roles$;
