package io.minutebook.server.cli;

import io.minutebook.billing.AccountId;
import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.security.ApiKey;
import io.minutebook.server.security.ApiKeys;
import io.minutebook.server.security.KeyRole;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * Makes, lists and revokes the keys of the HTTP API, in the database of a ledger that runs or of one that is
 * named.
 */
@Command(
        name = "key",
        description = "Makes, lists and revokes keys of the HTTP API.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Key implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            scope = ScopeType.INHERIT,
            description = "folder of a ledger that runs (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            converter = DatabaseAddress.class,
            scope = ScopeType.INHERIT,
            description = "the ledger's database, where it is not embedded")
    private @Nullable String databaseUrl;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(name = "create", description = "Makes a key and shows its secret this once.",
            mixinStandardHelpOptions = true)
    void create(
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "operator, finance, auditor or platform")
                    KeyRole role,
            @Option(
                            names = "--account",
                            paramLabel = "ID",
                            description = "an account the platform may see; repeat it for several")
                    @Nullable List<String> accounts) {
        if (role != KeyRole.PLATFORM && accounts != null) {
            throw new CannotStart("--account is for --role platform only: leave it out");
        }
        var named = Stream.ofNullable(accounts).flatMap(List::stream).map(Key::account).toArray(AccountId[]::new);
        withKeys(keys -> {
            var made = keys.create(role, named);
            System.out.printf("%s %s%n", made.id(), made.secret());
        });
    }

    @Command(name = "list", description = "Lists all keys, oldest first.", mixinStandardHelpOptions = true)
    void list() {
        withKeys(keys -> keys.list().forEach(key -> System.out.printf(
                "%s %-8s %s %s%s%n",
                key.id(),
                key.role(),
                accountsOf(key),
                key.createdAt(),
                key.revokedAt() == null ? "" : " revoked " + key.revokedAt())));
    }

    private static AccountId account(String id) {
        if (!AccountId.isValid(id)) throw new CannotStart("'" + id + "' is not an account: give 1 to 20 digits");
        return new AccountId(id);
    }

    private static String accountsOf(ApiKey key) {
        if (key.accounts().isEmpty()) return "-";
        return key.accounts().stream().map(AccountId::value).sorted().collect(Collectors.joining(","));
    }

    @Command(name = "revoke", description = "Takes a key out of force.", mixinStandardHelpOptions = true)
    void revoke(@Parameters(paramLabel = "KEY", description = "its id, as key list shows it") String id) {
        withKeys(keys -> {
            if (keys.revoke(id)) return;
            throw new CannotStart("no key " + id + " is in force: see minutebook key list");
        });
    }

    private void withKeys(Consumer<ApiKeys> work) {
        var url = databaseUrl == null ? LedgerDatabase.running(data) : databaseUrl;
        Reachable.database(url);
        try (var beans = new AnnotationConfigApplicationContext()) {
            beans.registerBean(JdbcClient.class, () -> JdbcClient.create(new DriverManagerDataSource(url)));
            beans.register(ApiKeys.class);
            beans.refresh();
            work.accept(beans.getBean(ApiKeys.class));
        } catch (BadSqlGrammarException empty) {
            throw new CannotStart(
                    "this database holds no ledger yet: start it once with minutebook up", empty);
        }
    }
}
