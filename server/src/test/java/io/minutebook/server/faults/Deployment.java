package io.minutebook.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.Ports;
import io.minutebook.server.fixture.LedgerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** PostgreSQL and Kafka in one process and servers in others, at addresses that stay the same from start to start. */
final class Deployment implements AutoCloseable {

    /** Outgoing connections take their ports from above. */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 32_000;

    private final Path folder;
    private final int kafkaPort = freePort();
    private final int databasePort = freePort();
    private final List<Node> nodes = new ArrayList<>();
    private LedgerProcess services;

    private Deployment(Path folder) {
        this.folder = folder;
        this.services = LedgerProcess.services(folder, kafkaPort, databasePort);
    }

    /** Starts the services and then a server for each role, the first of them by a system clock of its own. */
    static Deployment start(Path folder, List<String> roles, Map<String, String> environmentOfFirst) {
        var deployment = new Deployment(folder);
        try {
            for (var role : roles) {
                var environment = deployment.nodes.isEmpty() ? environmentOfFirst : Map.<String, String>of();
                deployment.nodes.add(deployment.node(role, environment));
            }
            var started = deployment.nodes.stream()
                    .map(node -> CompletableFuture.runAsync(node::start))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(started).join();
            return deployment;
        } catch (RuntimeException | Error failed) {
            deployment.close();
            throw failed;
        }
    }

    private static int freePort() {
        while (true) {
            try {
                int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
                return Ports.claim(port, "nobody", "--port");
            } catch (CannotStart taken) {
                // another one may be free
            }
        }
    }

    private Node node(String role, Map<String, String> environment) {
        return Node.of(role + "-" + (nodes.size() + 1), role, folder, services, environment);
    }

    /** One more that reads, not started yet and not among the nodes. */
    Node anotherReader() {
        return node("ingest", Map.of());
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Node> readers() {
        return nodes.stream().filter(Node::ingests).toList();
    }

    LedgerProcess services() {
        return services;
    }

    void startServices() {
        services = LedgerProcess.services(folder, kafkaPort, databasePort);
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Sessions sessions() {
        return new Sessions("jdbc:postgresql://127.0.0.1:%d/minutebook?user=postgres".formatted(databasePort));
    }

    String databaseUrl() {
        return services.databaseUrl();
    }

    /** All end as they should, the servers first. */
    void stop() throws InterruptedException {
        for (var node : nodes) assertThat(node.process().stop()).as("exit status of " + node.name()).isZero();
        assertThat(services.stop()).as("exit status of the services").isZero();
    }

    @Override
    public void close() {
        try {
            for (var node : nodes) node.discard();
            services.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
