package io.minutebook.server.wiring;

import io.minutebook.billing.LedgerTransactions;
import io.minutebook.ingest.BatchBooking;
import io.minutebook.ingest.DeadLetters;
import io.minutebook.ingest.IngestNode;
import io.minutebook.ingest.IngestProgress;
import io.minutebook.ingest.IngestSettings;
import io.minutebook.ingest.Topics;
import io.minutebook.ingest.record.NumberPrivacy;
import io.minutebook.ingest.record.RecordDecoder;
import io.minutebook.server.LedgerSettings;
import io.minutebook.server.NumberKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Usage records in, where this process reads them; their progress and dead letters in every process. */
@Configuration(proxyBeanMethods = false)
class IngestWiring {

    private static final Duration POLL = Duration.ofMillis(100);

    @Bean
    static IngestSettings ingestSettings(LedgerSettings settings) {
        return new IngestSettings(
                settings.kafka(),
                settings.usageTopic(),
                settings.usageTopic() + ".dlq",
                settings.ingestConsumers(),
                settings.ingestBatch(),
                POLL);
    }

    @Bean
    static Topics topics(LedgerSettings settings) {
        return Topics.at(settings.kafka());
    }

    @Bean
    static RecordDecoder recordDecoder(LedgerSettings settings) {
        return new RecordDecoder(new NumberPrivacy(new NumberKey(settings.numberKeyFile()).bytes()));
    }

    @Bean
    static IngestNode ingestNode(
            IngestSettings settings,
            Topics topics,
            LedgerTransactions transactions,
            CommandGateway commands,
            RecordDecoder decoder,
            JdbcTemplate jdbc,
            InstantSource ledgerClock) {
        var booking = new BatchBooking(transactions, commands, decoder, jdbc, ledgerClock);
        return new IngestNode(settings, topics, booking, JdbcClient.create(jdbc), ledgerClock);
    }

    @Bean
    static SmartLifecycle ingestLifecycle(
            IngestNode node, Topics topics, IngestSettings ingest, LedgerSettings settings) {
        return Phases.of(
                Phases.INGEST,
                () -> {
                    topics.createMissing(List.of(ingest.topic(), ingest.deadLetterTopic()), retention(settings));
                    if (settings.role().ingests()) node.start();
                },
                node::stop);
    }

    /** The embedded broker never deletes by age: a record may go only once it is booked. */
    private static Optional<Duration> retention(LedgerSettings settings) {
        return settings.kafkaEmbedded() ? Optional.empty() : Optional.of(settings.usageRetention());
    }

    @Bean
    static IngestProgress ingestProgress(JdbcClient jdbc, Topics topics, IngestSettings settings) {
        return new IngestProgress(jdbc, topics, settings.topic());
    }

    @Bean
    static DeadLetters deadLetters(JdbcClient jdbc) {
        return new DeadLetters(jdbc);
    }
}
