package io.minutebook.server.cli;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.EmbeddedDatabase;
import java.nio.file.Path;

/** Finds the database of a ledger from outside its process. */
final class LedgerDatabase {

    private LedgerDatabase() {}

    /** JDBC address of the embedded database of a folder whose ledger runs. */
    static String running(Path data) {
        return EmbeddedDatabase.urlOfRunning(data.resolve("postgres")).orElseThrow(() -> new CannotStart(
                "no ledger runs in " + data
                        + ": start it with minutebook up, or name --data or --database-url"));
    }
}
