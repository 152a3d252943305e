package io.minutebook.server.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a superuser sees of a deployment's database and of those that work with it; asks again while it is down. */
final class Sessions {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String OF_NODES = "from pg_stat_activity where application_name ~ '^(all|ingest|reporting|api)-'";

    private final JdbcTemplate jdbc;

    Sessions(String superuserUrl) {
        var source = new DriverManagerDataSource(superuserUrl + "&connectTimeout=5&socketTimeout=20");
        this.jdbc = new JdbcTemplate(source);
    }

    long number(String sql, Object... arguments) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsMatching(failure ->
                        failure instanceof DataAccessException && !(failure instanceof BadSqlGrammarException))
                .until(() -> Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, arguments)), _ -> true);
    }

    /** Records booked, counted or set aside so far. */
    long received() {
        return number("select coalesce(sum(received), 0) from ingest_offset");
    }

    /** Processes of the database that work for servers. */
    List<Long> backends() {
        return jdbc.queryForList("select pid " + OF_NODES + " order by pid", Long.class);
    }

    long of(String node) {
        return number("select count(*) from pg_stat_activity where application_name = ?", node);
    }

    /** Whether it has begun to write, and waits for nothing that the database does. */
    boolean isAmidTransaction(Node node) {
        return number(
                """
                select count(*) from pg_stat_activity
                where application_name = ? and state = 'idle in transaction' and backend_xid is not null""",
                node.name()) > 0;
    }

    long longIdleInTransaction() {
        return number("select count(*) " + OF_NODES
                + " and state = 'idle in transaction' and state_change < clock_timestamp() - interval '10 s'");
    }

    void cutAll() {
        number("select count(pg_terminate_backend(pid)) " + OF_NODES);
    }

    void cut(long backend) {
        number("select pg_terminate_backend(?::integer)::integer", backend);
    }
}
