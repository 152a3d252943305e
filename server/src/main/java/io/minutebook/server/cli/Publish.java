package io.minutebook.server.cli;

import io.minutebook.server.embedded.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes a file of usage records to Kafka; done only when Kafka has acknowledged each of them. */
@Command(
        name = "publish",
        description = "Publishes usage records, one structured CloudEvent a line, keyed by account.",
        mixinStandardHelpOptions = true)
public final class Publish implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the file, - for standard input")
    private String file = "-";

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "where Kafka listens (default ${DEFAULT-VALUE})")
    private String kafka = "";

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            defaultValue = "usage-records",
            description = "the topic (default ${DEFAULT-VALUE})")
    private String topic = "";

    @Override
    public Integer call() throws IOException {
        long startedNanos = System.nanoTime();
        try (var input = input();
                var publication = publication()) {
            publication.requireTopic();
            var lines = new Lines(input);
            for (var line = lines.next(); line != null; line = lines.next()) publication.publish(line);
            publication.awaitAll();
            report(publication, Duration.ofNanos(System.nanoTime() - startedNanos));
            return publication.isComplete() ? 0 : 1;
        }
    }

    private Publication publication() {
        Reachable.broker(kafka);
        return new Publication(kafka, topic);
    }

    private InputStream input() throws IOException {
        if (file.equals("-")) return System.in;
        var path = Path.of(file);
        if (!Files.isReadable(path)) {
            throw new CannotStart("cannot read " + file + ": name a file or - for standard input");
        }
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    private static void report(Publication publication, Duration taken) {
        System.out.printf("published %d records, %d bytes in %d.%03d seconds%n",
                publication.records(), publication.bytes(), taken.toSeconds(), taken.toMillisPart());
        if (publication.keyless() > 0) {
            System.err.printf("%d lines name no account; they went as they are, without a key%n",
                    publication.keyless());
        }
        publication.firstFailure().ifPresent(failure -> System.err.printf(
                "minutebook: %d records were not acknowledged, the first because: %s%n",
                publication.failures(), failure));
    }
}
