package io.minutebook.server.faults.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minutebook.server.embedded.EmbeddedBroker;
import io.minutebook.server.embedded.EmbeddedDatabase;
import io.minutebook.server.fixture.LedgerServer;
import io.minutebook.server.verify.VerifyCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;

/** Ledgers on a database and a broker of their own, and what must hold of them after a fault. */
final class Ledgers {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private Ledgers() {}

    static LedgerServer start(Path data, EmbeddedDatabase database, EmbeddedBroker broker) {
        return LedgerServer.start(
                "spring.datasource.url=" + database.url(),
                "minutebook.kafka=" + broker.address(),
                "minutebook.kafka-embedded=true",
                "minutebook.data-dir=" + data,
                "minutebook.usage-topic=" + Platform.TOPIC);
    }

    /** Load on an account that is opened for it. */
    static Load busy(LedgerServer ledger, String key, EmbeddedBroker broker) throws IOException, InterruptedException {
        var bank = new Bank(ledger.url(), key);
        bank.openAccount();
        return Load.begin(bank, broker.address());
    }

    /** That many more are acknowledged. */
    static void awaitMore(Load load, int wires, int calls) {
        var before = load.acknowledged();
        await().atMost(PATIENCE).until(() -> load.acknowledged().wires().size() >= before.wires().size() + wires
                && load.acknowledged().calls().size() >= before.calls().size() + calls);
    }

    static void awaitNoLag(Bank bank) {
        await().atMost(PATIENCE).until(() -> {
            var lag = bank.get("ingest/status").path("lag");
            return lag.isNumber() && lag.asLong() == 0;
        });
    }

    /** The verifier finds nothing. */
    static void assertWhole(EmbeddedDatabase database) {
        assertThat(new CommandLine(new VerifyCommand()).execute("--database-url", database.url())).isZero();
    }

    /**
     * Each call that Kafka has accepted is there once, and each wire once it is repeated; the sums tell the same.
     *
     * @param accepted calls that Kafka has acknowledged; others that were sent may be there too
     */
    static void assertAllIsThereOnce(Bank bank, Load load, Set<Integer> accepted, EmbeddedDatabase database)
            throws IOException, InterruptedException {
        awaitNoLag(bank);
        var found = Booked.in(database.superuserUrl());
        assertThat(found.calls()).doesNotHaveDuplicates()
                .containsAll(calls(accepted))
                .isSubsetOf(calls(upTo(load.callsSent())));
        for (int wire = 0; wire < load.wiresSent(); wire++) assertThat(bank.pay(wire)).isTrue();
        assertThat(Booked.in(database.superuserUrl()).wires())
                .containsExactlyInAnyOrderElementsOf(wires(upTo(load.wiresSent())));
        assertThat(bank.get("accounts/" + Bank.ACCOUNT).at("/funds/cash").asString())
                .isEqualTo(Bank.balance(load.wiresSent()));
        assertThat(bank.drawnMinutes()).isEqualTo(minutes(found.calls()));
        assertWhole(database);
    }

    static Set<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toSet());
    }

    static List<String> wires(Collection<Integer> wires) {
        return wires.stream().map(Bank::name).toList();
    }

    static List<String> calls(Collection<Integer> calls) {
        return calls.stream().map(Calls::id).toList();
    }

    private static long minutes(List<String> calls) {
        return calls.stream().mapToInt(Calls::number).mapToLong(Calls::minutes).sum();
    }
}
