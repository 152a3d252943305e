package io.minutebook.server.cli;

import picocli.CommandLine.Option;

/** The ports of the embedded PostgreSQL and Kafka. */
final class LocalPorts {

    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            defaultValue = "9092",
            description = "port of the embedded Kafka, 0 for any free one (default ${DEFAULT-VALUE})")
    int kafka;

    @Option(
            names = "--database-port",
            paramLabel = "N",
            defaultValue = "15432",
            description = "port of the embedded PostgreSQL, 0 for any free one (default ${DEFAULT-VALUE})")
    int database;
}
