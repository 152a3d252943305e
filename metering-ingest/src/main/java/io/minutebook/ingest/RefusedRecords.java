package io.minutebook.ingest;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.RecordId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of a record that was refused, from its last delivery. */
final class RefusedRecords {

    private final JdbcClient jdbc;

    RefusedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deliveries that certainly were another account's do not count. */
    Optional<Refused> find(RecordId id, AccountId account) {
        return jdbc.sql(
                        """
                        select supersedes,
                               bool_or(state = 'OPEN' and reason in ('UNKNOWN_ACCOUNT', 'SUPERSEDED_UNKNOWN')) over ()
                        from dead_letter
                        where record_id = ? and source = ? and coalesce(account_id, ?) = ?
                        order by id desc limit 1""")
                .params(id.id(), id.source(), account.value(), account.value())
                .query((row, _) -> new Refused(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    /**
     * A record that was refused.
     *
     * @param supersedes the record it was to correct, if it was and that could be read
     * @param waiting whether it is only kept until it can be booked
     */
    record Refused(@Nullable String supersedes, boolean waiting) {}
}
