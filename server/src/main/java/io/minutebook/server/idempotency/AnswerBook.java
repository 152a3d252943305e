package io.minutebook.server.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers given under each key, written in the transaction of their effect. Who claims a key that another
 * transaction holds waits for its end.
 */
@Component
class AnswerBook {

    private final JdbcClient jdbc;
    private final JsonMapper canonical;

    AnswerBook(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.canonical = json.rebuild()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /** Whether the key is ours now; if not, it has an answer. */
    boolean claim(Intention intention) {
        return jdbc.sql(
                                """
                                insert into idempotency_key (account_id, path, key, body_hash)
                                values (?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                intention.accountId().value(),
                                intention.path(),
                                intention.key().value(),
                                hashOf(intention.body()))
                        .update()
                == 1;
    }

    void record(Intention intention, Answer answer) {
        jdbc.sql(
                        """
                        update idempotency_key set status = ?, answer = ?
                        where account_id = ? and path = ? and key = ?""")
                .params(
                        answer.status(),
                        answer.json(),
                        intention.accountId().value(),
                        intention.path(),
                        intention.key().value())
                .update();
    }

    /** The first answer; refused when the key was used for something else. */
    Answer replay(Intention intention) {
        var given = jdbc.sql(
                        """
                        select body_hash, status, answer from idempotency_key
                        where account_id = ? and path = ? and key = ?""")
                .params(
                        intention.accountId().value(),
                        intention.path(),
                        intention.key().value())
                .query((row, _) ->
                        new Given(row.getBytes(1), new Answer(row.getInt(2), row.getString(3), true)))
                .single();
        if (!Arrays.equals(given.bodyHash(), hashOf(intention.body()))) {
            throw new Refused(
                    IdempotencyRefusal.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used with another body; send a new key for a new intention.");
        }
        return given.answer();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Given(byte[] bodyHash, Answer answer) {}

    private byte[] hashOf(Object body) {
        try {
            var text = canonical.writeValueAsString(body);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
