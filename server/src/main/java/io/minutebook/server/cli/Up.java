package io.minutebook.server.cli;

import io.minutebook.server.LedgerApplication;
import io.minutebook.server.NumberKey;
import io.minutebook.server.Role;
import io.minutebook.server.demo.Demo;
import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the ledger on this machine: its database and broker first, the HTTP port last. */
@Command(
        name = "up",
        description = "Runs the ledger on this machine.",
        footer = {
            "",
            "psql -h 127.0.0.1 -p 15432 -U postgres minutebook looks into the embedded database.",
            "MINUTEBOOK_JAVA_OPTS adds options of the virtual machine, such as -Xmx4g (default 1 GiB)."
        },
        mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "where everything is kept (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "HTTP port, 0 for any free one (default ${DEFAULT-VALUE})")
    private int port;

    @Mixin
    private LocalPorts ports = new LocalPorts();

    @Mixin
    private Archiving archiving = new Archiving();

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            converter = DatabaseAddress.class,
            description = "use this PostgreSQL: jdbc:postgresql://HOST:PORT/NAME?user=USER&password=PASSWORD")
    private @Nullable String databaseUrl;

    @Option(
            names = "--database-owner-url",
            paramLabel = "URL",
            converter = DatabaseAddress.class,
            description = "the same for its owner, who migrates it, where --database-url names minutebook_server")
    private @Nullable String databaseOwnerUrl;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "use this Kafka")
    private @Nullable String kafka;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "all",
            description = "what this process does: all, ingest, reporting or api (default ${DEFAULT-VALUE})")
    private Role role = Role.ALL;

    @Option(
            names = "--clock",
            paramLabel = "PLACE",
            converter = TestClock.Reader.class,
            description = "a test clock: adjustable starts it now, 2025-01-01T08:00:00+08:00 then")
    private @Nullable TestClock clock;

    @Option(
            names = "--demo",
            description =
                    "shows the ledger at work: an account with packs and a month of calls, by a test clock")
    private boolean isDemo;

    @Override
    public Integer call() {
        if (isDemo && clock != null) throw new CannotStart("--demo brings its own clock: leave --clock out");
        return Running.untilStopped(this::start);
    }

    private void start(Running running) {
        var folder = running.with(folder());
        if (port != 0) Ports.claim(port, "HTTP", "--port");
        var numberKey = new NumberKey(folder.resolve("number.key"));
        numberKey.createIfNone();
        archiving.settle(folder, databaseUrl);
        var parts = running.with(Parts.start(folder, ports, NamedDatabase.of(databaseUrl, databaseOwnerUrl), kafka));
        Reachable.database(parts.databaseUrl());
        Reachable.broker(parts.kafka());
        var ledger = running.with(ledger(folder, parts, numberKey));
        var url = URI.create(
                "http://127.0.0.1:" + ledger.getEnvironment().getRequiredProperty("local.server.port"));
        System.out.printf("ready: %s kafka: %s%n", url, parts.kafka());
        if (isDemo) running.with(Demo.begin(url, parts.kafka(), folder.resolve("operator.key")));
    }

    /** Processes that keep neither database nor broker may share a folder, and with it the keys. */
    private DataFolder folder() {
        var keepsNothing = databaseUrl != null && kafka != null;
        return keepsNothing ? DataFolder.shared(data, roleName() + "-" + port) : DataFolder.alone(data);
    }

    private String roleName() {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private ConfigurableApplicationContext ledger(DataFolder folder, Parts parts, NumberKey numberKey) {
        System.setProperty("disable-axoniq-console-message", "true");
        var testClock = isDemo ? TestClock.firstDayOfLastMonth() : clock;
        var application = new SpringApplication(LedgerApplication.class);
        application.setRegisterShutdownHook(false); // this process stops its parts in order
        application.addInitializers(context -> FirstSteps.register(context, folder.path(), role, testClock));
        return application.run(settings(parts, folder, numberKey));
    }

    /** What the command line decides goes before the environment. */
    private String[] settings(Parts parts, DataFolder folder, NumberKey numberKey) {
        var settings = new ArrayList<>(List.of(
                "--spring.datasource.url=" + parts.databaseUrl(),
                "--server.port=" + port,
                "--minutebook.kafka=" + parts.kafka(),
                "--minutebook.kafka-embedded=" + parts.isKafkaEmbedded(),
                "--minutebook.role=" + roleName(),
                "--minutebook.data-dir=" + folder.path(),
                "--minutebook.number-key-file=" + numberKey.file()));
        var ownerUrl = parts.databaseOwnerUrl();
        if (ownerUrl != null) settings.add("--minutebook.database-owner-url=" + ownerUrl);
        return settings.toArray(String[]::new);
    }
}
