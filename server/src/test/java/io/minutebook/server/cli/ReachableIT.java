package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.fixture.RealParts;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ReachableIT {

    @Test
    void aDatabaseThatMayLoseWhatItHasAcknowledgedIsRefused() throws SQLException {
        var url = RealParts.newDatabase();
        Reachable.database(url);
        try (var superuser = DriverManager.getConnection(RealParts.asSuperuser(url));
                var statement = superuser.createStatement()) {
            statement.execute("alter database " + superuser.getCatalog() + " set synchronous_commit = off");
        }

        assertThatThrownBy(() -> Reachable.database(url))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("switch on synchronous_commit");
    }
}
