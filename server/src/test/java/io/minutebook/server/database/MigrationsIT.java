package io.minutebook.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.fixture.RealParts;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationsIT {

    private String superuser = "";

    @BeforeEach
    void beginWithoutALedger() {
        superuser = RealParts.newEmptyDatabase();
    }

    @Test
    void takesOverWhatTheFirstReleaseKeptUnderASuperuser() {
        Flyway.configure().dataSource(superuser, null, null).target("4").load().migrate();
        var before = jdbc(superuser);
        before.execute("insert into ledger_event values (1, 'account-1', 0, 'a.b', 1, now(), '{}', '{}')");
        before.execute("insert into api_key (id, hash, role, account_id) values"
                + " ('p', sha256('p'), 'PLATFORM', '1400000001'), ('o', sha256('o'), 'OPERATOR', null)");

        RealParts.prepareRoles(superuser);
        Migrations.migrate(RealParts.asOwner(superuser));

        var server = jdbc(RealParts.asServer(superuser));
        assertThat(server.queryForList("select aggregate_id from ledger_event", String.class))
                .containsExactly("account-1");
        assertThat(server.queryForList("select array_to_string(account_ids, '+') from api_key order by id", String.class))
                .containsExactly("", "1400000001");
        assertThat(server.queryForMap("select * from ledger_draw_positions(2, 5)"))
                .containsEntry("recorded_millis", 5L);
        assertThat(server.queryForObject("select count(*) from pg_class join pg_roles on relowner = pg_roles.oid"
                        + " where relnamespace = 'public'::regnamespace and rolsuper", Long.class))
                .isZero();
        assertThat(server.queryForObject("select has_table_privilege('ledger_event', 'update, delete, truncate')",
                        Boolean.class))
                .isFalse();
    }

    @Test
    void aServerDoesNotMigrateAndSaysWhoMust() {
        RealParts.prepareRoles(superuser);
        var server = flyway(RealParts.asServer(superuser));
        assertThatThrownBy(() -> Migrations.prepare(server, null))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--database-owner-url");
        assertThat(jdbc(superuser).queryForObject("select to_regclass('ledger_event')::text", String.class))
                .isNull();

        Migrations.prepare(server, RealParts.asOwner(superuser));
        Migrations.prepare(server, null);
    }

    @Test
    void aUserWithoutRightsOnTheLedgerCannotBeItsServer() {
        RealParts.prepareRoles(RealParts.newEmptyDatabase());
        Migrations.migrate(superuser);
        assertThatThrownBy(() -> Migrations.prepare(flyway(RealParts.asServer(superuser)), superuser))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("minutebook_server");
    }

    @Test
    void aSingleUserWhoMayDoAllMigratesByItself() {
        Migrations.prepare(flyway(superuser), null);
        assertThat(jdbc(superuser).queryForObject("select count(*) from ledger_event", Long.class)).isZero();
    }

    @Test
    void rolesMadeLaterAreGrantedTheirRightsOnTheNextStart() {
        Migrations.prepare(flyway(superuser), null);
        RealParts.prepareRoles(superuser);
        Migrations.prepare(flyway(RealParts.asServer(superuser)), RealParts.asOwner(superuser));
        assertThat(jdbc(RealParts.asServer(superuser)).queryForObject("select count(*) from pack_view", Long.class))
                .isZero();
    }

    private static Flyway flyway(String url) {
        return Flyway.configure().dataSource(url, null, null).load();
    }

    private static JdbcTemplate jdbc(String url) {
        return new JdbcTemplate(new DriverManagerDataSource(url));
    }
}
