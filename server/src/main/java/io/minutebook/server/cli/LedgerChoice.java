package io.minutebook.server.cli;

import io.minutebook.server.embedded.CannotStart;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import picocli.CommandLine.Option;

/** Which ledger a command works on, running or stopped: the one of a folder, or the one in a database that is named. */
public final class LedgerChoice {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "folder of the ledger (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            converter = DatabaseAddress.class,
            description = "the ledger's database, where it is not embedded")
    private @Nullable String databaseUrl;

    /** What a command does with the JDBC address of the ledger's database; gives its exit status. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        int on(String url) throws E;
    }

    /**
     * Does the work, in a database that is started for it where none runs.
     *
     * @throws CannotStart when there is no ledger of this version
     */
    public <E extends Exception> int open(Work<E> work) throws E {
        try (var database = OpenDatabase.of(data, databaseUrl)) {
            return work.on(database.url());
        } catch (BadSqlGrammarException empty) {
            throw new CannotStart(
                    "this database holds no ledger of this version: start it once with minutebook up", empty);
        }
    }
}
