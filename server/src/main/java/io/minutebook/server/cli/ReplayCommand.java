package io.minutebook.server.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionPlaces;
import io.minutebook.reporting.projections.ProjectionStatus;
import io.minutebook.reporting.replay.Replay;
import io.minutebook.reporting.replay.ReplayWorker;
import io.minutebook.reporting.replay.Replays;
import io.minutebook.server.ReplaySettings;
import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.store.LedgerSerializer;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a read model built anew, by this process or by one of the ledger's, whichever is first, and waits until it serves. */
@Command(
        name = "replay",
        description = "Rebuilds a projection beside the live one, which serves until the new one takes its place.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The ledger may be running or stopped. One that was asked for already is waited for. Ctrl-C ends the",
            "waiting: a ledger that runs, or is started later, goes on where it stopped."
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 250;

    @Parameters(paramLabel = "NAME", description = "such as usage, as GET /projections names them")
    private String name = "";

    @Mixin
    private LedgerChoice ledger = new LedgerChoice();

    @Option(
            names = "--busy-share",
            paramLabel = "PERCENT",
            description = "of its time in which it works while many events are stored; 100: all"
                    + " (default ${DEFAULT-VALUE})")
    private int busyShare = ReplaySettings.DEFAULT_BUSY_SHARE;

    @Override
    public Integer call() throws InterruptedException {
        var projection = Projections.named(name).orElseThrow(() -> new CannotStart(
                "no projection is called %s: there are %s".formatted(name, Projections.names())));
        System.setProperty("disable-axoniq-console-message", "true");
        var settings = new ReplaySettings(busyShare);
        return ledger.open(url -> replay(projection, url, settings));
    }

    private static int replay(Projection projection, String url, ReplaySettings settings)
            throws InterruptedException {
        try (var connections = connections(url)) {
            return replay(projection, connections, settings);
        }
    }

    /** With the limits under which the server works. */
    private static HikariDataSource connections(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setPoolName("replay");
        config.addDataSourceProperty("ApplicationName", "minutebook replay");
        config.addDataSourceProperty(
                "options",
                "-c timezone=UTC -c statement_timeout=60s -c lock_timeout=10s"
                        + " -c idle_in_transaction_session_timeout=60s -c transaction_timeout=300s");
        return new HikariDataSource(config);
    }

    private static int replay(Projection projection, DataSource dataSource, ReplaySettings settings)
            throws InterruptedException {
        var replays = new Replays(dataSource);
        var asked = replays.request(projection.name(), "command-line");
        var events = new LedgerEvents(dataSource, LedgerSerializer.create(), NoOpEventUpcaster.INSTANCE);
        try (var worker = new ReplayWorker(dataSource, events, List.of(projection), settings.busyShare())) {
            worker.start();
            var progress = new ReplayProgress(System.err, projection.name(), asked.position());
            var places = new ProjectionPlaces(dataSource);
            var replay = asked;
            while (replay.isOpen()) {
                places.of(projection.name()).map(ProjectionStatus::replay).ifPresent(progress::show);
                Thread.sleep(LOOK_MILLIS);
                replay = replays.find(asked.id()).orElseThrow();
            }
            return ended(replay, progress);
        }
    }

    private static int ended(Replay replay, ReplayProgress progress) {
        if (replay.error() != null) {
            throw new CannotStart("the replay of %s was given up, the live read model stays: %s"
                    .formatted(replay.projection(), replay.error()));
        }
        System.out.println(progress.summary(replay.position()));
        return 0;
    }
}
