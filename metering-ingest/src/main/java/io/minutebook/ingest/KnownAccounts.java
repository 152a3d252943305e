package io.minutebook.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.minutebook.billing.AccountId;
import io.minutebook.billing.account.AccountAggregate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which accounts are registered. Once known is known for ever; who is not known is asked for each time. */
final class KnownAccounts {

    private static final int REMEMBERED = 200_000;

    private final JdbcClient jdbc;
    private final Cache<AccountId, Boolean> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    KnownAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<AccountId> among(Set<AccountId> asked) {
        var registered = new HashSet<AccountId>();
        var unsure = new HashMap<String, AccountId>();
        for (var account : asked) {
            if (known.getIfPresent(account) != null) registered.add(account);
            else unsure.put(AccountAggregate.streamOf(account), account);
        }
        for (var stream : registeredAmong(unsure.keySet())) {
            registered.add(Objects.requireNonNull(unsure.get(stream)));
        }
        registered.forEach(account -> known.put(account, true));
        return registered;
    }

    private List<String> registeredAmong(Set<String> streams) {
        if (streams.isEmpty()) return List.of();
        return jdbc.sql("select aggregate_id from ledger_event where aggregate_id = any(?) and sequence = 0")
                .param(streams.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }
}
