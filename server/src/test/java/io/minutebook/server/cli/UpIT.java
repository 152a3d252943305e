package io.minutebook.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.embedded.Ports;
import io.minutebook.server.fixture.LedgerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {

    private static final List<String> PORTS = List.of("--port", "--kafka-port", "--database-port");

    @TempDir
    Path folder;

    @Test
    void goesOnWhereItStoppedAndLetsNobodyElseInWhileItRuns() throws IOException, InterruptedException {
        try (var first = LedgerProcess.up(folder)) {
            new Operator(first).put("accounts/1", "{\"name\":\"One\",\"legalEntityId\":\"E-1\"}");
            assertThat(retentionOfUsage(first)).as("nothing is deleted by age").isEqualTo("-1");
            assertThat(failure(folder)).contains("another minutebook runs on " + folder);
            assertIsForTheOwnerAlone("operator.key");
            assertIsForTheOwnerAlone("number.key");
            assertThat(first.stop()).isZero();
        }
        try (var second = LedgerProcess.up(folder)) {
            assertThat(new Operator(second).get("accounts/1").path("name").asString()).isEqualTo("One");
        }
    }

    @Test
    void saysInOneLineWhichPortIsHeldBySomebodyElse() throws IOException {
        for (var option : PORTS) {
            try (var foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var port = Integer.toString(foreign.getLocalPort());
                assertThat(failure(folder, option, port)).contains("port " + port).contains(option);
            }
        }
    }

    @Test
    void saysInOneLineWhenDatabaseOrBrokerDoNotAnswer() {
        var port = Ports.claim(0, "nobody", "--port");

        assertThat(failure(folder, "--kafka", "127.0.0.1:1",
                        "--database-url", "jdbc:postgresql://127.0.0.1:" + port
                                + "/ledger?user=u&password=secret"))
                .contains("--database-url")
                .doesNotContain("secret");
        assertThat(failure(folder, "--kafka", "127.0.0.1:" + port)).contains("--kafka");
    }

    private static String retentionOfUsage(LedgerProcess ledger) {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, "usage-records");
        try (var admin = Admin.create(Map.of("bootstrap.servers", ledger.kafka()))) {
            var configs = admin.describeConfigs(List.of(topic)).all().toCompletionStage().toCompletableFuture().join();
            return Objects.requireNonNull(configs.get(topic)).get("retention.ms").value();
        }
    }

    private void assertIsForTheOwnerAlone(String secret) throws IOException {
        var permissions = Files.getPosixFilePermissions(folder.resolve(secret));
        assertThat(PosixFilePermissions.toString(permissions)).as(secret).isEqualTo("rw-------");
    }

    /** The one line with which a start ends that did not succeed; ports that are not named are free ones. */
    private static String failure(Path folder, String... options) {
        var arguments = new ArrayList<>(List.of("up", "--data", folder.toString()));
        arguments.addAll(List.of(options));
        for (var option : PORTS) {
            if (!arguments.contains(option)) arguments.addAll(List.of(option, "0"));
        }
        var finished = LedgerProcess.run(folder, arguments.toArray(String[]::new));
        assertThat(finished.status()).isEqualTo(1);
        assertThat(finished.output()).isEmpty();
        assertThat(finished.errors().lines().filter(line -> line.startsWith("minutebook: "))).hasSize(1);
        assertThat(finished.errors()).doesNotContain("\tat ");
        return finished.errors();
    }
}
