package io.minutebook.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who owns a record's identity, for ever: the first booking to claim it. */
final class UsageReceipts {

    private final JdbcClient jdbc;

    UsageReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims all identities in their order, in one statement; answers the content of those taken before. */
    Map<UUID, UUID> claim(Collection<Claim> claims) {
        if (claims.isEmpty()) return Map.of();
        var taken = new HashSet<UUID>();
        claims.forEach(claim -> taken.add(claim.identity()));
        jdbc.sql(
                        """
                        insert into usage_receipt (identity, content, position_from)
                        select identity, content, (select last_value from ledger_position)
                        from unnest(?::uuid[], ?::uuid[]) as offered (identity, content) order by identity
                        on conflict do nothing
                        returning identity""")
                .param(texts(claims, Claim::identity))
                .param(texts(claims, Claim::content))
                .query(row -> {
                    taken.remove(row.getObject(1, UUID.class));
                });
        return taken.isEmpty() ? Map.of() : contentsOf(taken);
    }

    private Map<UUID, UUID> contentsOf(Set<UUID> identities) {
        var contents = new HashMap<UUID, UUID>();
        jdbc.sql("select identity, content from usage_receipt where identity = any(?::uuid[])")
                .param(identities.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    contents.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return contents;
    }

    /** Gives an identity back: what claimed it in this transaction is refused after all. */
    void release(UUID identity) {
        jdbc.sql("delete from usage_receipt where identity = ?").param(identity).update();
    }

    /** Keeps everybody else from superseding that record until the transaction ends. */
    Optional<Receipt> lock(UUID identity) {
        return jdbc.sql(
                        """
                        select content, position_from, superseded_by is not null
                        from usage_receipt where identity = ? for update""")
                .param(identity)
                .query((row, _) -> new Receipt(row.getObject(1, UUID.class), row.getLong(2), row.getBoolean(3)))
                .optional();
    }

    void supersede(UUID identity, UUID correction) {
        jdbc.sql("update usage_receipt set superseded_by = ? where identity = ?")
                .params(correction, identity)
                .update();
    }

    /** Takes the identity of a record that was never booked, so that it never will be; false if it was after all. */
    boolean bar(UUID identity, UUID correction) {
        return jdbc.sql(
                                """
                                insert into usage_receipt (identity, content, position_from, superseded_by)
                                values (?, ?, 0, ?) on conflict do nothing""")
                        .params(identity, Receipt.NEVER_BOOKED, correction)
                        .update()
                == 1;
    }

    private static String[] texts(Collection<Claim> claims, Function<Claim, UUID> part) {
        return claims.stream().map(claim -> part.apply(claim).toString()).toArray(String[]::new);
    }
}
