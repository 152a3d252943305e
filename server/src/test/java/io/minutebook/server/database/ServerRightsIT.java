package io.minutebook.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.reporting.Projections;
import io.minutebook.server.fixture.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a server's role cannot do however it is asked, and that it may do what the documents list and no more. */
class ServerRightsIT {

    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Each privilege on a table as the database judges it, on all columns or on some. */
    private static final String RIGHTS =
            """
            select relation.relname, case when relowner = 'minutebook_server'::regrole then 'owns it' else
                concat_ws(', ',
                    (select string_agg(privilege, ', ' order by place)
                     from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger',
                                       'maintain']) with ordinality as table_privilege (privilege, place)
                     where has_table_privilege('minutebook_server', relation.oid, privilege)),
                    (select 'update (' || string_agg(attname, ', ' order by attnum) || ')' from pg_attribute
                     where attrelid = relation.oid and attnum > 0 and not attisdropped
                         and not has_table_privilege('minutebook_server', relation.oid, 'update')
                         and has_column_privilege('minutebook_server', relation.oid, attnum, 'update'))) end
            from pg_class as relation
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')""";

    private static String url = "";

    @BeforeAll
    static void beginALedger() {
        url = RealParts.newDatabase();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update ledger_event set payload = '{}'",
        "update ledger_event set position = position where false",
        "delete from ledger_event",
        "truncate ledger_event",
        "merge into ledger_event using number_key on false when matched then delete",
        "select * from ledger_event for update",
        "alter table ledger_event disable trigger all",
        "alter table ledger_event disable trigger ledger_event_is_immutable",
        "alter table ledger_event drop constraint ledger_event_sequence",
        "alter table ledger_event add column more text",
        "alter table ledger_event rename to other",
        "alter table ledger_event owner to minutebook_server",
        "drop table ledger_event",
        "drop trigger ledger_event_is_immutable on ledger_event",
        "create trigger other before insert on ledger_event execute function ledger_refuse_change()",
        "create rule other as on insert to ledger_event do instead nothing",
        "create index on ledger_event (recorded_at)",
        "create or replace function ledger_refuse_change() returns trigger language plpgsql as 'begin return null; end'",
        "alter function ledger_refuse_change() rename to other",
        "drop function ledger_refuse_change() cascade",
        "set session_replication_role = replica",
        "set role minutebook_owner",
        "grant pg_write_all_data to minutebook_server",
        "delete from ingest_gap",
        "update number_key set fingerprint = ''",
        "update usage_receipt set content = gen_random_uuid()",
        "update idempotency_key set body_hash = ''",
        "delete from idempotency_key",
        "update api_key set role = 'OPERATOR'",
        "delete from api_key",
        "delete from dead_letter",
        "truncate usage_receipt",
        "update flyway_schema_history set checksum = 0",
        "create role other",
        "alter system set fsync = off",
        "copy ledger_event to program 'cat'"
    })
    void aServerIsRefusedWhatItsOwnerOrASuperuserMayDo(String sql) throws SQLException {
        assertThatThrownBy(() -> execute(url, sql))
                .isInstanceOfSatisfying(SQLException.class, refusal ->
                        assertThat(refusal.getSQLState()).as(refusal.getMessage()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        if (!sql.startsWith("alter system")) {
            assertThat(outcomeForSuperuser(sql)).as("the same by a superuser").isIn("done", "facts are never edited");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update ledger_event set payload = '{}'", "delete from ledger_event", "truncate ledger_event"
    })
    void notEvenASuperuserEditsAFact(String sql) throws SQLException {
        assertThat(outcomeForSuperuser(sql)).isEqualTo("facts are never edited");
    }

    @Test
    void theDocumentListsWhatAServerMayDoWithEachTable() throws IOException {
        assertThat(rights()).as("rights of each table, as docs/operations.md lists them").isEqualTo(documented());
    }

    @Test
    void theReadModelsAreTheServersOwn() {
        var rights = rights();
        for (var projection : Projections.ALL) {
            for (var table : projection.tables()) assertThat(rights).containsEntry(table, "owns it");
        }
    }

    @Test
    void aReadModelIsRebuiltBesideAndPutInItsPlace() throws SQLException {
        execute(url, """
                create schema beside;
                create table beside.pack_view (like public.pack_view including all);
                drop table public.pack_view;
                alter table beside.pack_view set schema public;
                drop schema beside;
                create temporary table scratch (like public.pack_view including all)""");
        Migrations.migrate(RealParts.asOwner(url));
        assertThat(rights()).containsEntry("pack_view", "owns it");
    }

    private static Map<String, String> rights() {
        var rights = new TreeMap<String, String>();
        new JdbcTemplate(new DriverManagerDataSource(url)).query(RIGHTS, row -> {
            rights.put(row.getString(1), row.getString(2));
        });
        return rights;
    }

    /** The rows of the table under the heading on database roles. */
    private static Map<String, String> documented() throws IOException {
        var rows = new TreeMap<String, String>();
        Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("| table | a server may |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.replace("`", "").split("\\s*\\|\\s*", -1))
                .forEach(cells -> {
                    for (var table : cells[1].split(", ", -1)) rows.put(table, cells[2]);
                });
        return rows;
    }

    /** Shows that the statement as such is right; it is rolled back. */
    private static String outcomeForSuperuser(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(RealParts.asSuperuser(url));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.rollback();
            return "done";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage()).replaceFirst("(?s)ERROR: (.*?):.*", "$1");
        }
    }

    private static void execute(String address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
