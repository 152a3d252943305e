package io.minutebook.server.cli;

import io.minutebook.server.database.Migrations;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs only the embedded PostgreSQL and Kafka, for ledgers in processes of their own. */
@Command(
        name = "services",
        description =
                "Runs only the embedded PostgreSQL and Kafka; ledgers join with --database-url and --kafka.",
        mixinStandardHelpOptions = true)
public final class Services implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "where everything is kept (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Mixin
    private LocalPorts ports = new LocalPorts();

    @Mixin
    private Archiving archiving = new Archiving();

    @Override
    public Integer call() {
        return Running.untilStopped(running -> {
            var folder = running.with(DataFolder.alone(data));
            archiving.settle(folder, null);
            var parts = running.with(Parts.start(folder, ports, null, null));
            Reachable.database(parts.databaseUrl());
            Migrations.migrate(Objects.requireNonNull(parts.databaseOwnerUrl()));
            System.out.printf("ready: %s kafka: %s%n", parts.databaseUrl(), parts.kafka());
        });
    }
}
