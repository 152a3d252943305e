package io.minutebook.ingest;

import io.minutebook.ingest.record.Delivery;
import io.minutebook.postgres.CopiedRows;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Full numbers and bytes as received, beside the ledger and by the record's identity: what may be erased. */
final class ErasableRecords {

    private final JdbcTemplate jdbc;

    ErasableRecords(JdbcTemplate jdbc) {
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
        var rows = new CopiedRows("raw_record", List.of("identity", "value", "headers", "received_at"));
        for (var claim : accepted) {
            var delivery = claim.delivery();
            rows.row()
                    .uuid(claim.identity())
                    .bytes(bytesOf(delivery))
                    .text(headersOf(delivery))
                    .instant(delivery.receivedAt());
        }
        rows.write(jdbc);
    }

    private void keepNumbers(List<Claim> accepted) {
        var rows = new CopiedRows("call_party", List.of("identity", "account_id", "caller", "callee", "ended_at"));
        for (var claim : accepted) {
            var record = claim.readable().record();
            var numbers = claim.readable().numbers();
            rows.row()
                    .uuid(claim.identity())
                    .text(record.accountId().value())
                    .text(numbers.caller())
                    .text(numbers.callee())
                    .instant(record.endedAt());
        }
        rows.write(jdbc);
    }

    /** A record that could be read has a value. */
    private static byte[] bytesOf(Delivery delivery) {
        return Objects.requireNonNull(delivery.value());
    }

    private static @Nullable String headersOf(Delivery delivery) {
        return delivery.headers().isEmpty() ? null : HeaderJson.write(delivery.headers());
    }
}
