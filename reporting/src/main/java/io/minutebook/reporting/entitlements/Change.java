package io.minutebook.reporting.entitlements;

import org.springframework.jdbc.core.JdbcTemplate;

/** What one event, or several of a kind in a row, change of the rows. */
interface Change {
    void write(JdbcTemplate jdbc);
}
