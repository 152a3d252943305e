package io.minutebook.server.wiring;

import io.minutebook.server.LedgerSettings;
import io.minutebook.server.database.Migrations;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database is brought to this program's shape, by whoever may do that, before anything else uses it. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

    @Bean
    static FlywayMigrationStrategy migrations(LedgerSettings settings) {
        return server -> Migrations.prepare(server, settings.databaseOwnerUrl());
    }
}
