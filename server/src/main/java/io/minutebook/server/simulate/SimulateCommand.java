package io.minutebook.server.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Makes a month of seeded usage, and says as its last line what a ledger must come to with it. */
@Command(
        name = "simulate",
        description = "Makes seeded, realistic usage records; the last line is a JSON summary of them.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class SimulateCommand implements Callable<Integer> {

    private static final long SHOWN_EVERY = 50_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--accounts", paramLabel = "N", description = "how many accounts")
    private int accounts = 100;

    @Option(names = "--first-account", paramLabel = "ID", description = "the lowest account number")
    private long firstAccount = 1_300_000_001L;

    @Option(names = "--records", paramLabel = "N",
            description = "deliveries in all, the bad and repeated ones too")
    private long records = 10_000;

    @Option(names = "--month", paramLabel = "YYYY-MM", required = true, converter = MonthReader.class,
            description = "the month of all records, in Asia/Shanghai")
    @SuppressWarnings("NullAway.Init") // required
    private YearMonth month;

    @Option(names = "--seed", paramLabel = "S",
            description = "the same seed makes the same records, to the byte")
    private long seed = 1;

    @ArgGroup(validate = false, heading = "How they are delivered:%n")
    private final Shares shares = new Shares();

    @ArgGroup(multiplicity = "1", heading = "Where they go:%n")
    @SuppressWarnings("NullAway.Init") // required
    private Destination destination;

    @Option(names = "--topic", paramLabel = "NAME", description = "the topic for --kafka")
    private String topic = "usage-records";

    @ArgGroup(exclusive = false, heading = "First open the accounts, with packs for about 90%% of it:%n")
    private @Nullable Opening opening;

    /** Each a share in percent, with up to two decimals. */
    static final class Shares {
        @Option(names = "--duplicates", paramLabel = "PCT", converter = ShareReader.class, defaultValue = "0",
                description = "deliveries that repeat an earlier record")
        private Share duplicates = Share.NONE;

        @Option(names = "--disorder", paramLabel = "PCT", converter = ShareReader.class, defaultValue = "0",
                description = "records held back by up to some thousand places")
        private Share disorder = Share.NONE;

        @Option(names = "--late", paramLabel = "PCT", converter = ShareReader.class, defaultValue = "0",
                description = "records delivered after all others")
        private Share late = Share.NONE;

        @Option(names = "--bad", paramLabel = "PCT", converter = ShareReader.class, defaultValue = "0",
                description = "deliveries that must be refused, for every reason")
        private Share bad = Share.NONE;

        @Option(names = "--corrections", paramLabel = "PCT", converter = ShareReader.class,
                defaultValue = "0", description = "deliveries that correct an earlier record")
        private Share corrections = Share.NONE;
    }

    /** One of the two. */
    static final class Destination {
        @Option(names = "--out", paramLabel = "FILE", required = true, description = "one record a line")
        private @Nullable Path file;

        @Option(names = "--kafka", paramLabel = "HOST:PORT", required = true,
                description = "keyed by account")
        private @Nullable String kafka;
    }

    /** Both or none. */
    static final class Opening {
        @Option(names = "--prepare", paramLabel = "URL", required = true,
                description = "such as http://127.0.0.1:8080")
        private String url = "";

        @Option(names = "--key", paramLabel = "FILE", required = true,
                description = "holds an operator's key")
        private Path keyFile = Path.of("");
    }

    @Override
    public Integer call() throws IOException {
        var plan = plan();
        var traffic = Traffic.of(plan);
        if (opening != null) Preparation.prepare(plan, traffic, opening.url, opening.keyFile, System.err);
        var summary = new Summary();
        try (var outlet = outlet()) {
            for (var delivery : traffic) {
                outlet.put(delivery);
                summary.count(delivery);
                if (summary.records() % SHOWN_EVERY == 0) {
                    System.err.printf("%d of %d records%n", summary.records(), records);
                }
            }
        }
        System.out.println(summary.json(plan));
        return 0;
    }

    private TrafficPlan plan() {
        try {
            return new TrafficPlan(accounts, firstAccount, records, month, seed,
                    shares.duplicates, shares.disorder, shares.late, shares.bad, shares.corrections);
        } catch (IllegalArgumentException impossible) {
            throw new ParameterException(spec.commandLine(), impossible.getMessage(), impossible);
        }
    }

    private Outlet outlet() throws IOException {
        if (destination.file != null) return Outlet.toFile(destination.file);
        if (destination.kafka != null) return Outlet.toKafka(destination.kafka, topic);
        throw new IllegalStateException("neither a file nor Kafka");
    }

    /** Reads {@code 2025-01}. */
    static final class MonthReader implements ITypeConverter<YearMonth> {
        @Override
        public YearMonth convert(String text) {
            try {
                return YearMonth.parse(text);
            } catch (DateTimeException unreadable) {
                throw new TypeConversionException("'" + text + "' is not a month such as 2025-01");
            }
        }
    }

    /** Reads {@code 2.5}. */
    static final class ShareReader implements ITypeConverter<Share> {
        @Override
        public Share convert(String text) {
            try {
                return Share.ofPercent(text);
            } catch (IllegalArgumentException unreadable) {
                throw new TypeConversionException(String.valueOf(unreadable.getMessage()));
            }
        }
    }
}
