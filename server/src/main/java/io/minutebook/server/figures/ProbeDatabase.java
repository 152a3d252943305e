package io.minutebook.server.figures;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Connections of their own for looking at the ledger, which give up after two seconds: a busy pool or a database that
 * hangs must not silence those who would tell of it.
 */
@Component
final class ProbeDatabase implements AutoCloseable {

    private static final String GIVES_UP_SECONDS = "2";

    private final HikariDataSource source;

    ProbeDatabase(JdbcConnectionDetails ledger) {
        var config = new HikariConfig();
        config.setPoolName("probes");
        config.setJdbcUrl(ledger.getJdbcUrl());
        config.setUsername(ledger.getUsername());
        config.setPassword(ledger.getPassword());
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setIdleTimeout(60_000);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(1_200);
        config.setValidationTimeout(1_000);
        config.setReadOnly(true);
        config.addDataSourceProperty("ApplicationName", "minutebook-probe");
        config.addDataSourceProperty("connectTimeout", GIVES_UP_SECONDS);
        config.addDataSourceProperty("socketTimeout", GIVES_UP_SECONDS);
        config.addDataSourceProperty("options", "-c statement_timeout=2s");
        this.source = new HikariDataSource(config);
    }

    HikariDataSource source() {
        return source;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    @Override
    public void close() {
        source.close();
    }
}
