package io.minutebook.server.security;

import io.minutebook.billing.AccountId;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that open the API; only the SHA-256 of each is stored, and a revoked key opens nothing. */
@Component
public class ApiKeys {

    private static final String COLUMNS = "id, role, account_ids, created_at, revoked_at";

    private final JdbcClient jdbc;

    ApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key in force with this secret. */
    public Optional<ApiKey> find(String secret) {
        if (!Secrets.isWellFormed(secret)) return Optional.empty();
        return jdbc.sql("select " + COLUMNS + " from api_key where hash = ? and revoked_at is null")
                .param(Secrets.hash(secret))
                .query(ApiKeys::keyOf)
                .optional();
    }

    /** The key in force with this id. */
    Optional<ApiKey> findById(String id) {
        return jdbc.sql("select " + COLUMNS + " from api_key where id = ? and revoked_at is null")
                .param(id)
                .query(ApiKeys::keyOf)
                .optional();
    }

    /**
     * Makes a key.
     *
     * @param accounts the only ones it may see; for platforms only
     */
    public NewKey create(KeyRole role, AccountId... accounts) {
        if (role != KeyRole.PLATFORM && accounts.length > 0) {
            throw new IllegalArgumentException("only a platform's key names accounts");
        }
        return store(role, Secrets.next(), accounts);
    }

    private NewKey store(KeyRole role, String secret, AccountId... accounts) {
        var id = "key-" + UUID.randomUUID();
        jdbc.sql("insert into api_key (id, hash, role, account_ids) values (:id, :hash, :role, :accounts)")
                .param("id", id)
                .param("hash", Secrets.hash(secret))
                .param("role", role.name())
                .param("accounts", Stream.of(accounts).map(AccountId::value).distinct().sorted().toArray(String[]::new))
                .update();
        return new NewKey(id, secret);
    }

    /** Oldest first, revoked ones too. */
    public List<ApiKey> list() {
        return jdbc.sql("select " + COLUMNS + " from api_key order by created_at, id")
                .query(ApiKeys::keyOf)
                .list();
    }

    /** Whether there was such a key in force. */
    public boolean revoke(String id) {
        return jdbc.sql("update api_key set revoked_at = now() where id = ? and revoked_at is null")
                        .param(id)
                        .update()
                == 1;
    }

    /**
     * Gives a new ledger its first key, in a file that only its owner may read. The file is written before the
     * key is stored: a crash between the two leaves a file that the next start takes up, never a key nobody
     * holds.
     */
    public void createOperatorKeyIfNone(Path dataFolder) {
        if (operatorExists()) return;
        var secret = new KeyFile(dataFolder.resolve("operator.key")).secret();
        store(KeyRole.OPERATOR, secret);
    }

    private boolean operatorExists() {
        return jdbc.sql("select exists (select from api_key where role = 'OPERATOR' and revoked_at is null)")
                .query(Boolean.class)
                .single();
    }

    private static ApiKey keyOf(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                KeyRole.valueOf(row.getString("role")),
                accountsOf(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                revokedAt(row));
    }

    private static Set<AccountId> accountsOf(ResultSet row) throws SQLException {
        var accounts = (String[]) row.getArray("account_ids").getArray();
        return Stream.of(accounts).map(AccountId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant revokedAt(ResultSet row) throws SQLException {
        var revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return revoked == null ? null : revoked.toInstant();
    }
}
