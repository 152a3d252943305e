package io.minutebook.benchmarks.endtoend;

import io.minutebook.server.embedded.CannotStart;
import java.util.List;
import picocli.CommandLine.Option;

/** How the command line says what to measure; several values of one option are cases of a matrix, the first its base. */
final class ScenarioOptions {

    @Option(
            names = "--accounts",
            split = ",",
            paramLabel = "N[,N]",
            description = "how many accounts (default 10000; with --matrix 10000,100,200000)")
    private List<Integer> accounts = List.of();

    @Option(
            names = "--partitions",
            split = ",",
            paramLabel = "N[,N]",
            description = "partitions of the topic (default 4; with --matrix 4,1)")
    private List<Integer> partitions = List.of();

    @Option(
            names = "--history",
            split = ",",
            paramLabel = "N[,N]",
            description = "usage events stored before (default 0; with --matrix 0,1000000,10000000)")
    private List<Long> history = List.of();

    @Option(names = "--half-in-one", description = "one more account has half of the traffic")
    private boolean halfInOne;

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "records that lie on Kafka when the clock starts (default ${DEFAULT-VALUE})")
    private long records = 400_000;

    @Option(names = "--warm-up", paramLabel = "N", description = "records booked before that (default ${DEFAULT-VALUE})")
    private long warmUp = 100_000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "the same seed makes the same records (default ${DEFAULT-VALUE})")
    private long seed = 1;

    /** The one scenario that is told. */
    Scenario scenario() {
        if (accounts.size() > 1 || partitions.size() > 1 || history.size() > 1) {
            throw new CannotStart("several values of one option are a matrix: add --matrix, or give one value");
        }
        return base(accountsOr(10_000), partitionsOr(4), historyOr(0L));
    }

    /** The base, then each further value by itself. */
    Matrix.Plan matrix() {
        var ofAccounts = accounts.isEmpty() ? List.of(10_000, 100, 200_000) : accounts;
        var ofPartitions = partitions.isEmpty() ? List.of(4, 1) : partitions;
        var ofHistory = history.isEmpty() ? List.of(0L, 1_000_000L, 10_000_000L) : history;
        var base = base(ofAccounts.getFirst(), ofPartitions.getFirst(), ofHistory.getFirst());
        return new Matrix.Plan(base, further(ofAccounts), further(ofPartitions), further(ofHistory));
    }

    private static <T> List<T> further(List<T> values) {
        return values.subList(1, values.size());
    }

    private Scenario base(int ofAccounts, int ofPartitions, long stored) {
        return new Scenario(ofAccounts, ofPartitions, halfInOne, stored, records, warmUp, seed);
    }

    private int accountsOr(int otherwise) {
        return accounts.isEmpty() ? otherwise : accounts.getFirst();
    }

    private int partitionsOr(int otherwise) {
        return partitions.isEmpty() ? otherwise : partitions.getFirst();
    }

    private long historyOr(long otherwise) {
        return history.isEmpty() ? otherwise : history.getFirst();
    }
}
