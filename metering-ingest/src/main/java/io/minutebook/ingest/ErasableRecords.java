package io.minutebook.ingest;

import io.minutebook.ingest.record.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Full numbers and bytes as received, beside the ledger and by the record's identity: what may be erased. */
final class ErasableRecords {

    private final JdbcClient jdbc;

    ErasableRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(List<Claim> accepted) {
        if (accepted.isEmpty()) return;
        keepBytes(accepted);
        var withNumbers = accepted.stream().filter(ErasableRecords::hasNumbers).toList();
        if (!withNumbers.isEmpty()) keepNumbers(withNumbers);
    }

    private static boolean hasNumbers(Claim claim) {
        var numbers = claim.readable().numbers();
        return numbers.caller() != null || numbers.callee() != null;
    }

    private void keepBytes(List<Claim> accepted) {
        jdbc.sql(
                        """
                        insert into raw_record (identity, value, headers, received_at)
                        select * from unnest(?::uuid[], ?::bytea[], ?::json[], ?::timestamptz[])""")
                .param(texts(accepted, claim -> claim.identity().toString()))
                .param(accepted.stream().map(claim -> bytesOf(claim.delivery())).toArray(byte[][]::new))
                .param(texts(accepted, claim -> headersOf(claim.delivery())))
                .param(texts(accepted, claim -> timeText(claim.delivery().receivedAt())))
                .update();
    }

    private void keepNumbers(List<Claim> accepted) {
        jdbc.sql(
                        """
                        insert into call_party (identity, account_id, caller, callee, ended_at)
                        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])""")
                .param(texts(accepted, claim -> claim.identity().toString()))
                .param(texts(accepted, claim -> claim.readable().record().accountId().value()))
                .param(texts(accepted, claim -> claim.readable().numbers().caller()))
                .param(texts(accepted, claim -> claim.readable().numbers().callee()))
                .param(texts(accepted, claim -> timeText(claim.readable().record().endedAt())))
                .update();
    }

    /** A record that could be read has a value. */
    private static byte[] bytesOf(Delivery delivery) {
        return Objects.requireNonNull(delivery.value());
    }

    private static @Nullable String headersOf(Delivery delivery) {
        return delivery.headers().isEmpty() ? null : HeaderJson.write(delivery.headers());
    }

    private static String timeText(Instant instant) {
        return instant.toString();
    }

    private static @Nullable String[] texts(List<Claim> accepted, Function<Claim, @Nullable String> part) {
        return accepted.stream().map(part).toArray(String[]::new);
    }
}
