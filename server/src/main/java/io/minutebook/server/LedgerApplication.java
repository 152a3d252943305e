package io.minutebook.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The ledger as a Spring application; the command line starts it with the addresses of its database and broker. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LedgerApplication {}
