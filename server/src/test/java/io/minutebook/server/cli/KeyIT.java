package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.fixture.RealParts;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

class KeyIT {

    private final String url = RealParts.newDatabase();
    private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url));

    @Test
    void aPlatformsKeyNamesAsManyAccountsAsAreGiven() {
        assertThat(key("create", "--role", "PLATFORM", "--account", "7", "--account", "12")).isZero();
        assertThat(key("create", "--role", "PLATFORM")).isZero();
        assertThat(key("create", "--role", "AUDITOR")).isZero();
        assertThat(stored()).containsExactly("AUDITOR ", "PLATFORM ", "PLATFORM 12,7");
        assertThat(key("list")).isZero();
    }

    @Test
    void whatIsNoAccountOrNotForTheRoleIsRefused() {
        assertThat(key("create", "--role", "PLATFORM", "--account", "7", "--account", "x")).isNotZero();
        assertThat(key("create", "--role", "FINANCE", "--account", "7")).isNotZero();
        assertThat(stored()).isEmpty();
    }

    @Test
    void aRevokedKeyStaysRevoked() {
        assertThat(key("create", "--role", "OPERATOR")).isZero();
        var id = jdbc.queryForList("select id from api_key", String.class).getFirst();
        assertThat(key("revoke", id)).isZero();
        assertThat(key("revoke", id)).isNotZero();
    }

    private List<String> stored() {
        return jdbc.queryForList(
                "select role || ' ' || array_to_string(account_ids, ',') from api_key order by role, account_ids",
                String.class);
    }

    private int key(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--database-url", url));
        return new CommandLine(new Key())
                .setErr(new PrintWriter(Writer.nullWriter()))
                .execute(all.toArray(String[]::new));
    }
}
