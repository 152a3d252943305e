package io.minutebook.server.cli;

import io.minutebook.server.embedded.CannotStart;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Looks, before anything is built on them, whether database and broker answer and whether commits are
 * durable.
 */
public final class Reachable {

    private static final int OLDEST_POSTGRES = 170_000;

    /** Closing the client waits for its calls, so that they must end by themselves. */
    private static final int PATIENCE_MILLIS = 8_000;

    private Reachable() {}

    /**
     * @throws CannotStart when the database does not answer, is too old, or may lose what it said it has
     * stored
     */
    static void database(String url) {
        var settings = new Properties();
        settings.put("loginTimeout", "10");
        settings.put("connectTimeout", "10");
        try (var connection = DriverManager.getConnection(url, settings)) {
            requireDurability(connection);
        } catch (SQLException failed) {
            throw new CannotStart("cannot use the database %s (%s): is it running and --database-url right?"
                    .formatted(withoutCredentials(url), firstLine(failed)), failed);
        }
    }

    private static void requireDurability(Connection connection) throws SQLException {
        var unsafe = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            var version = statement.executeQuery("select current_setting('server_version_num')::int");
            version.next();
            if (version.getInt(1) < OLDEST_POSTGRES) {
                throw new CannotStart("the database is older than PostgreSQL 17: use a newer one");
            }
            var off = statement.executeQuery("select name from pg_settings where setting = 'off'"
                    + " and name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name");
            while (off.next()) unsafe.add(off.getString(1));
        }
        if (!unsafe.isEmpty()) {
            throw new CannotStart(
                    "the database may lose what it has acknowledged: switch on " + String.join(", ", unsafe));
        }
    }

    /**
     * Looks for Kafka.
     *
     * @throws CannotStart when no broker answers there
     */
    public static void broker(String address) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", address,
                "request.timeout.ms", PATIENCE_MILLIS,
                "default.api.timeout.ms", PATIENCE_MILLIS);
        try (var admin = Admin.create(settings)) {
            admin.describeCluster().clusterId().get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            throw new CannotStart(
                    "no Kafka answers at " + address + ": is it running and --kafka right?", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while looking for Kafka", stopped);
        }
    }

    private static String withoutCredentials(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private static String firstLine(SQLException failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("no answer");
    }
}
