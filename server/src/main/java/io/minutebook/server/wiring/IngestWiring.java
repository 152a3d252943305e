package io.minutebook.server.wiring;

import io.minutebook.billing.LedgerStreams;
import io.minutebook.billing.LedgerTransactions;
import io.minutebook.billing.catalogue.ListedPromotion;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.usage.Rating;
import io.minutebook.ingest.BatchBooking;
import io.minutebook.ingest.BatchWatch;
import io.minutebook.ingest.BookedRecords;
import io.minutebook.ingest.BookedRecordsRemoval;
import io.minutebook.ingest.DeadLetterDesk;
import io.minutebook.ingest.DeadLetterMirror;
import io.minutebook.ingest.DeadLetters;
import io.minutebook.ingest.DryRun;
import io.minutebook.ingest.IngestChores;
import io.minutebook.ingest.IngestChores.Chore;
import io.minutebook.ingest.IngestNode;
import io.minutebook.ingest.IngestProgress;
import io.minutebook.ingest.IngestSettings;
import io.minutebook.ingest.PausedPartitions;
import io.minutebook.ingest.RecordBooking;
import io.minutebook.ingest.Topics;
import io.minutebook.ingest.record.NumberPrivacy;
import io.minutebook.ingest.record.RecordDecoder;
import io.minutebook.server.LedgerSettings;
import io.minutebook.server.NumberKey;
import io.minutebook.server.store.LedgerSerializer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofMinutes(10);

    @Bean
    static IngestSettings ingestSettings(LedgerSettings settings) {
        return new IngestSettings(
                settings.kafka(),
                settings.usageTopic(),
                settings.usageTopic() + ".dlq",
                settings.ingestConsumers(),
                settings.ingestBatch(),
                POLL,
                settings.ingestSessionTimeout());
    }

    @Bean
    static Topics topics(LedgerSettings settings) {
        return Topics.at(settings.kafka());
    }

    @Bean
    static RecordDecoder recordDecoder(LedgerSettings settings, JdbcClient jdbc) {
        var privacy = new NumberPrivacy(new NumberKey(settings.numberKeyFile()).bytes());
        NumberKeyGuard.check(privacy, jdbc);
        return new RecordDecoder(privacy);
    }

    @Bean
    static RecordBooking recordBooking(
            CommandGateway commands,
            LedgerStreams streams,
            PriceBook priceBook,
            JdbcTemplate jdbc,
            LedgerSerializer serializer,
            InstantSource ledgerClock) {
        var rating = new Rating(new ListedPromotion(priceBook));
        return new RecordBooking(commands, streams, rating, jdbc, serializer, ledgerClock);
    }

    @Bean
    static IngestNode ingestNode(
            IngestSettings settings,
            Topics topics,
            LedgerTransactions transactions,
            RecordBooking records,
            RecordDecoder decoder,
            BatchWatch watch,
            JdbcTemplate jdbc,
            InstantSource ledgerClock) {
        var booking = new BatchBooking(transactions, records, decoder, jdbc, ledgerClock);
        return new IngestNode(settings, topics, booking, watch, JdbcClient.create(jdbc), ledgerClock);
    }

    @Bean
    static DeadLetterDesk deadLetterDesk(
            LedgerTransactions transactions,
            RecordBooking records,
            RecordDecoder decoder,
            JdbcTemplate jdbc,
            InstantSource ledgerClock) {
        return new DeadLetterDesk(transactions, records, decoder, jdbc, ledgerClock);
    }

    @Bean
    static DeadLetterMirror deadLetterMirror(JdbcTemplate jdbc, IngestSettings settings) {
        return new DeadLetterMirror(jdbc, settings);
    }

    @Bean
    static PausedPartitions pausedPartitions(
            LedgerTransactions transactions,
            JdbcClient jdbc,
            Topics topics,
            IngestSettings settings,
            InstantSource ledgerClock) {
        return new PausedPartitions(transactions, jdbc, topics, settings.topic(), ledgerClock);
    }

    @Bean
    static IngestChores ingestChores(
            DeadLetterDesk desk,
            DeadLetterMirror mirror,
            JdbcClient jdbc,
            Topics topics,
            IngestSettings ingest,
            LedgerSettings settings) {
        var chores = new ArrayList<Chore>();
        chores.add(new Chore("taking up dead letters", OFTEN, desk::takeUp));
        chores.add(new Chore("copying dead letters to Kafka", OFTEN, mirror::mirror));
        if (settings.kafkaEmbedded()) {
            var removal = new BookedRecordsRemoval(
                    jdbc, topics, ingest.topic(), settings.usageRetention(), InstantSource.system());
            chores.add(new Chore("removing booked records from Kafka", SELDOM, removal::removeOld));
        }
        return new IngestChores(chores);
    }

    @Bean
    static SmartLifecycle ingestLifecycle(
            IngestNode node, IngestChores chores, Topics topics, IngestSettings ingest, LedgerSettings settings) {
        return Phases.of(
                Phases.INGEST,
                () -> {
                    topics.createMissing(List.of(ingest.topic(), ingest.deadLetterTopic()), retention(settings));
                    if (!settings.role().ingests()) return;
                    node.start();
                    chores.start();
                },
                () -> {
                    chores.stop();
                    node.stop();
                });
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
    static DryRun dryRun(
            LedgerTransactions transactions, RecordBooking records, RecordDecoder decoder, InstantSource ledgerClock) {
        return new DryRun(transactions, records, decoder, ledgerClock);
    }

    @Bean
    static BookedRecords bookedRecords(JdbcClient jdbc) {
        return new BookedRecords(jdbc);
    }

    @Bean
    static DeadLetters deadLetters(JdbcClient jdbc) {
        return new DeadLetters(jdbc);
    }
}
