package io.minutebook.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;

/**
 * The two roles of a ledger's database: its owner, which migrates it, and the one that servers connect as,
 * which cannot change an event once it is written.
 */
public final class DatabaseRoles {

    public static final String OWNER = "minutebook_owner";
    public static final String SERVER = "minutebook_server";

    private DatabaseRoles() {}

    /** Makes the roles where there are none and gives the owner what belongs to somebody else; needs a superuser. */
    public static void prepare(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
