package io.minutebook.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A transaction that hangs holds up every reader of the ledger: the database ends it, whoever forgot it. */
class SessionSettingsIT {

    @ParameterizedTest
    @CsvSource({
        "statement_timeout, 1min",
        "lock_timeout, 10s",
        "idle_in_transaction_session_timeout, 1min",
        "transaction_timeout, 5min"
    })
    void nothingOfAServerHangsInTheDatabaseWithoutEnd(String setting, String longest) {
        var jdbc = SharedServer.server().bean(JdbcClient.class);

        assertThat(jdbc.sql("select current_setting(?)").param(setting).query(String.class).single())
                .isEqualTo(longest);
    }
}
