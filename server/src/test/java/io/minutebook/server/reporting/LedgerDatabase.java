package io.minutebook.server.reporting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.server.fixture.RealParts;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** An empty ledger of its own on a real PostgreSQL. */
final class LedgerDatabase implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final JdbcTemplate jdbc;

    private LedgerDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    static LedgerDatabase create() {
        var config = new HikariConfig();
        config.setJdbcUrl(RealParts.newDatabase());
        config.setMaximumPoolSize(20);
        var dataSource = new HikariDataSource(config);
        return new LedgerDatabase(dataSource);
    }

    HikariDataSource dataSource() {
        return dataSource;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    List<Long> positions() {
        return jdbc.queryForList("select position from ledger_event order by position", Long.class);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
