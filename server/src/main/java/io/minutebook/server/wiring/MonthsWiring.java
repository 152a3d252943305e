package io.minutebook.server.wiring;

import io.minutebook.ingest.IngestSettings;
import io.minutebook.ingest.LogEnds;
import io.minutebook.ingest.Topics;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.files.MonthFiles;
import io.minutebook.reporting.files.MonthWriter;
import io.minutebook.reporting.months.MonthBook;
import io.minutebook.reporting.usage.UsageDifferences;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Closing the months, and the files that are final then. */
@Configuration(proxyBeanMethods = false)
class MonthsWiring {

    @Bean
    static MonthBook monthBook(LedgerEvents events) {
        return new MonthBook(events);
    }

    @Bean
    static UsageDifferences usageDifferences(DataSource dataSource) {
        return new UsageDifferences(dataSource);
    }

    @Bean
    static MonthFiles monthFiles(DataSource dataSource) {
        return new MonthFiles(dataSource);
    }

    @Bean
    static MonthWriter monthWriter(DataSource dataSource, PlatformTransactionManager manager) {
        return new MonthWriter(dataSource, manager);
    }

    @Bean
    static LogEnds logEnds(JdbcClient jdbc, Topics topics, IngestSettings settings) {
        return new LogEnds(jdbc, topics, settings.topic());
    }
}
