package io.minutebook.server.faults;

import io.minutebook.server.fixture.LedgerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The place of a server in a deployment; who is started there again is another process with the same address of things. */
final class Node {

    /** Small, so that a fault falls into the midst of many. */
    private static final String RECORDS_PER_BATCH = "10";

    private static final Map<String, String> SETTINGS = Map.of(
            "MINUTEBOOK_NUMBER_KEY", "0123456789abcdef".repeat(4),
            "MINUTEBOOK_INGESTBATCH", RECORDS_PER_BATCH,
            "MINUTEBOOK_INGESTSESSIONTIMEOUT", "6s");

    private final String name;
    private final String role;
    private final Path folder;
    private final List<String> options;
    private final Map<String, String> environment;
    private volatile @Nullable LedgerProcess process;

    private Node(String name, String role, Path folder, List<String> options, Map<String, String> environment) {
        this.name = name;
        this.role = role;
        this.folder = folder;
        this.options = options;
        this.environment = environment;
    }

    /** Its database sessions bear its name. */
    static Node of(String name, String role, Path folder, LedgerProcess services, Map<String, String> environment) {
        return of(name, role, folder, services.databaseUrl(), services.kafka(), environment);
    }

    /** The same where database and Kafka are at these addresses. */
    static Node of(
            String name, String role, Path folder, String databaseUrl, String kafka, Map<String, String> environment) {
        var settings = new HashMap<>(SETTINGS);
        settings.putAll(environment);
        var options = List.of(
                "--role", role,
                "--database-url", databaseUrl + "&ApplicationName=" + name,
                "--kafka", kafka,
                "--clock", UsageStream.JANUARY.toString());
        return new Node(name, role, folder.resolve(name), options, settings);
    }

    String name() {
        return name;
    }

    String role() {
        return role;
    }

    boolean serves() {
        return role.equals("all") || role.equals("api");
    }

    boolean ingests() {
        return role.equals("all") || role.equals("ingest");
    }

    void start() {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        process = LedgerProcess.up(folder, environment, options.toArray(String[]::new));
    }

    LedgerProcess process() {
        return Objects.requireNonNull(process, name + " was never started");
    }

    /** Ends it at once where it still runs. */
    void discard() throws InterruptedException {
        if (process != null) process.kill();
    }
}
